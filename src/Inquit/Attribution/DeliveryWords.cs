using System.Collections.Frozen;

namespace Inquit.Attribution;

/// <summary>The words by which an addressee, a medium or a place is known: lemmas in lower case, in sorts that take the same prepositions.</summary>
internal static class DeliveryWords
{
    /// <summary>What is written, recorded or put on record: said <i>in</i> one.</summary>
    public static readonly FrozenSet<string> Texts = Words(
        """
        statement letter tweet retweet post op-ed ed editorial column article essay piece commentary email e-mail mail memo memorandum note message text telegram cable
        dispatch communique communiqué release bulletin report paper study survey review book memoir autobiography biography diary journal novel poem pamphlet leaflet
        brochure flyer newsletter circular notice advertisement ad advert petition manifesto declaration resolution proclamation decree order ruling judgment judgement opinion verdict indictment affidavit
        complaint lawsuit suit filing submission brief motion document draft transcript letterhead placard banner poster postcard card slip diary blog thread caption comment
        remark reply response answer testimony evidence deposition confession will video clip recording tape audio footage film documentary podcast song
        interview interviews speech address sermon homily lecture talk monologue toast eulogy oration tirade rant excerpt foreword preface introduction footnote
        questionnaire form application proposal plan announcement message warning apology story dossier white-paper prospectus profile obituary
        presentation outburst plea appeal paper scrap voicemail livestream stream webcast telex fax chat feed
        """);

    /// <summary>Texts that one writes <i>on</i>; "on" before the others tells the subject.</summary>
    public static readonly FrozenSet<string> Surfaces = Words(
        "paper placard banner poster postcard card slip scrap blog note thread form tape leaflet video podcast livestream stream webcast chat feed recording film");

    /// <summary>Texts that, in the singular, go without a determiner.</summary>
    public static readonly FrozenSet<string> BareTexts = Words("testimony evidence");

    /// <summary>Occasions at which things are said to many: said <i>at</i> or <i>during</i> one.</summary>
    public static readonly FrozenSet<string> Events = Words(
        """
        conference briefing presser rally summit meeting hearing debate event forum ceremony gathering convention congress session sitting inquest trial funeral inauguration
        launch reception dinner lunch luncheon breakfast banquet gala panel symposium seminar workshop lecture service mass vigil protest demonstration march interview
        festival premiere show webinar roundtable appearance address speech sermon homily talk testimony deposition broadcast program programme newscast
        call conversation teleconference videoconference videocall q&a question-time inquiry enquiry proceeding assembly plenary commemoration celebration parade stop stopover
        exchange hangout chat presentation fair expo exhibition memorial sentencing arraignment cross-examination retreat colloquium fundraiser
        livestream discussion podcast phone-in hustings tour reading signing
        """);

    /// <summary>Events that one is <i>on</i>.</summary>
    public static readonly FrozenSet<string> OnAir = Words("call show program programme broadcast newscast podcast teleconference videoconference livestream phone-in webcast panel");

    /// <summary>Talks between sides: whoever is in them is spoken to, but they are no medium.</summary>
    public static readonly FrozenSet<string> Talks = Words("talk talks negotiation consultation discussion dialogue contact");

    /// <summary>Events and texts that one has <i>with</i> somebody.</summary>
    public static readonly FrozenSet<string> Exchanges = Words(
        "interview conversation call meeting chat exchange session discussion debate teleconference videoconference correspondence q&a briefing talk dinner lunch breakfast podcast roundtable podcast summit conference message");

    /// <summary>What carries a voice or a text.</summary>
    public static readonly FrozenSet<string> Channels = Words(
        """
        phone telephone telegraph mobile cellphone hotline line radio walkie-talkie intercom loudspeaker megaphone tannoy microphone speaker e-mail email text sms mail post letter fax telegram
        telex video link videolink video-link webcam zoom skype courier messenger message television tv teletext internet livestream app
        """);

    /// <summary>Places on the net and stations: said <i>on</i> one.</summary>
    public static readonly FrozenSet<string> Networks = Words(
        """
        twitter facebook instagram telegram tiktok linkedin weibo youtube snapchat whatsapp reddit mastodon bluesky threads vk vkontakte substack twitch discord wechat
        zoom skype viber parler gab clubhouse social media network platform website site web-site webpage page account handle profile channel internet web blog forum portal app
        television tv radio station broadcaster network news cnn bbc nbc cbs abc npr msnbc pbs itv c-span fox breakfast hour
        """);

    /// <summary>Papers: written <i>in</i> one.</summary>
    public static readonly FrozenSet<string> Papers = Words(
        """
        newspaper paper magazine journal daily weekly tabloid broadsheet gazette times post guardian telegraph tribune herald chronicle mirror express mail observer
        economist spectator independent press review monitor bulletin courier star standard globe atlantic verge intercept inquirer enquirer examiner argus echo courant
        """);

    /// <summary>Bodies that sit: one speaks <i>before</i> them, or <i>in</i> them.</summary>
    public static readonly FrozenSet<string> Bodies = Words(
        """
        court judge jury magistrate panel committee subcommittee commission tribunal parliament congress senate council assembly bundestag knesset duma commons lords seimas sejm rada
        board grand inquiry chamber house legislature storting riksdag folketing cabinet cortes diet
        """);

    /// <summary>Places where one speaks.</summary>
    public static readonly FrozenSet<string> Places = Words(
        """
        courthouse court courtroom courtyard step doorstep bed bedside hospital ward clinic balcony window square market marketplace church mosque temple synagogue cathedral chapel monastery airport tarmac
        office home house flat apartment kitchen garden yard street road roadside avenue pavement sidewalk palace castle stadium arena pitch court paddock scene site prison jail cell camp
        school university college campus classroom headquarters hq building hall lobby foyer corridor station depot border frontier base barracks port harbour harbor quay dock pier wharf gate entrance hotel
        restaurant bar pub cafe café tavern embassy consulate village town city capital suburb district neighbourhood neighborhood province farm field stage podium pulpit rostrum lectern
        stand grave graveside cemetery museum gallery theatre theater library tent shelter bunker basement cellar helicopter plane aircraft jet ship boat ferry vessel deck car bus train van
        front frontline shore beach coast island bridge factory plant mill shop store mall checkpoint crossing terrace tower mountain hill valley desert room park plaza resort
        residence villa mansion compound estate ranch ruin wreckage mine shipyard refinery refuge orphanage morgue crematorium clubhouse bench touchline sideline sidelines outskirt edge floor capitol
        parliament congress senate chamber club studio lounge warehouse laboratory lab observatory hut porch doorway zoo farmhouse settlement enclave region area
        """);

    /// <summary>Places that go without a determiner.</summary>
    public static readonly FrozenSet<string> BarePlaces = Words("court prison jail hospital parliament congress church stage home headquarters school bed");

    /// <summary>Places that one speaks <i>on</i>.</summary>
    public static readonly FrozenSet<string> Grounds = Words(
        "step doorstep balcony square street pavement sidewalk tarmac stage podium pulpit stand island beach shore bridge deck terrace porch campus bench sideline sidelines outskirt edge floor quay pier pitch touchline border farm ship boat train plane bus ferry site hill");

    /// <summary>Prepositions that tell where another place lies.</summary>
    public static readonly FrozenSet<string> Spatial = Words("in on at near outside inside under above below beyond along behind beside opposite off across between by around");

    /// <summary>Travel: a visit <i>to</i> a place.</summary>
    public static readonly FrozenSet<string> Visits = Words("visit trip tour stopover stop stay pilgrimage");

    /// <summary>Who makes an audience: where they are is where it is said to them.</summary>
    public static readonly FrozenSet<string> Audiences = Words(
        """
        reporter journalist correspondent press media newsman audience crowd listener viewer delegate supporter follower fan voter mp lawmaker legislator deputy senator parliament congress investor analyst student worshipper
        worshiper faithful parishioner congregation troop soldier mourner protester demonstrator spectator colleague counterpart leader diplomat minister executive guest conference rally summit
        """);

    /// <summary>Persons and bodies that no suffix gives away.</summary>
    public static readonly FrozenSet<string> Somebodies = Words(
        """
        people person man men woman women child kid boy girl friend family parent mother father brother sister son daughter wife husband aunt uncle cousin mp ally partner counterpart colleague
        police officer official staff crew team club party union government ministry cabinet administration authority department agency bureau office council court parliament congress senate committee commission
        panel tribunal board jury judge assembly inquiry public nation press media crowd audience congregation faithful community group side company firm bank business industry army military navy troop guard
        customer client patient pupil student resident citizen tenant neighbour neighbor guest host pilot driver president chief king queen prince princess pope monarch
        boss head chair chairman secretary general captain sheriff mayor doctor nurse aide envoy deputy delegate peer candidate electorate public viewer spokesman spokeswoman spokesperson
        church diocese university college school hospital newspaper paper magazine daily station channel network broadcaster outlet website tower stakeholder watchdog regulator shareholder
        anyone everyone someone everybody somebody anybody nobody other relative victim hostage crowd rally conference summit gathering mob fan world country mission embassy fund insurer insurance
        baby kingdom association federation society organization organisation institute corporation exchange ombudsman coroner bishop priest imam rabbi monk nun elder tribe clan ambassador
        """);

    /// <summary>Nouns that only look as if they ended in a suffix of persons, or that are never spoken to.</summary>
    public static readonly FrozenSet<string> Things = Words(
        """
        letter number order matter paper danger answer water power murder center chapter river offer computer border weather error terror door factor floor labor favor favour honor honour behavior behaviour corridor
        list restaurant plant grant fee question criticism news charge allegation claim report truth lie story joke tale favor permission help secret fear risk threat need plan idea thing fact issue
        case point problem part end start use way work war peace deal bill law price extent degree effect date life death market corner layer career disorder disaster fire anger
        quarter dollar winter summer dinner supper slaughter laughter transfer surrender order wonder shoulder finger cover
        """);

    /// <summary>Whether the noun is one of persons or bodies, by the lists or by its end.</summary>
    public static bool IsPersonal(string noun) => Somebodies.Contains(noun) || Audiences.Contains(noun)
        || (noun.Length > 4 && !Things.Contains(noun) && !Places.Contains(noun) && Array.Exists(Suffixes, suffix => noun.EndsWith(suffix, StringComparison.Ordinal)));

    private static readonly string[] Suffixes = ["er", "or", "ist", "ian", "man", "ant", "ee"];

    /// <summary>Verbs whose object is told.</summary>
    public static readonly FrozenSet<string> Tells = Words("tell inform notify remind assure reassure persuade convince brief alert");

    /// <summary>Verbs whose object is told where something is said to it or asked of it.</summary>
    public static readonly FrozenSet<string> Asks = Words(
        "warn ask urge beg implore beseech advise order instruct command direct caution encourage invite counsel exhort admonish forbid dare prod entreat enjoin pressure lobby petition text email message phone cable request");

    /// <summary>Verbs with an object that is somebody told or a thing that is said.</summary>
    public static readonly FrozenSet<string> Promises = Words("promise offer guarantee question quiz answer challenge threaten press lecture teach interrupt correct pledge");

    /// <summary>Whether the verb may take those addressed as its object.</summary>
    public static bool IsTold(string verb) => Tells.Contains(verb) || Asks.Contains(verb) || Promises.Contains(verb);

    /// <summary>Verbs that take those addressed after a preposition, even as part of the content: call on X to go.</summary>
    public static bool Calls(string verb, ReadOnlySpan<char> preposition) => verb switch
    {
        "call" => preposition is "on" or "upon",
        "appeal" => preposition is "to",
        "plead" => preposition is "with" or "to",
        _ => false,
    };

    /// <summary>Verbs after which "to" leads to those addressed, whatever noun follows.</summary>
    public static readonly FrozenSet<string> Says = Words(
        """
        say explain announce suggest write whisper shout report complain describe propose recommend confirm reveal disclose mention speak talk signal indicate stress repeat declare state boast brag lie hint
        apologize apologise insist remark joke present swear vow promise read preach pray mutter murmur break communicate
        """);

    /// <summary>Nouns of what is said to somebody: a promise <i>to</i> voters.</summary>
    public static readonly FrozenSet<string> Sayings = Words(
        """
        promise pledge warning message call appeal request vow order advice threat demand offer proposal reply response assurance complaint apology explanation suggestion statement speech
        testimony plea remark comment recommendation answer announcement admission confession signal reminder invitation word ultimatum
        """);

    /// <summary>Verbs after which "to" leads elsewhere.</summary>
    public static readonly FrozenSet<string> Points = Words("refer point compare liken object attribute relate return go come turn flee belong link tie add lead move react amount contribute respond stick travel fly drive head rush walk send move sail ride escape migrate defer pay");

    /// <summary>Verbs that take those addressed after "with".</summary>
    public static readonly FrozenSet<string> Talkings = Words("speak talk agree argue plead joke discuss consult negotiate chat correspond reason insist");

    /// <summary>Verbs that take those addressed after "at".</summary>
    public static readonly FrozenSet<string> Shouts = Words("shout yell scream snap bark swear curse roar");

    /// <summary>Verbs that take those addressed after "of".</summary>
    public static readonly FrozenSet<string> Demands = Words("ask demand inquire enquire");

    /// <summary>Verbs that tell, as a participle beside the cue or the medium, of the same saying: <i>speaking</i> in Lagos, a letter <i>addressed</i> to.</summary>
    public static readonly FrozenSet<string> Conveys = Words("speak talk write address appear testify send give grant deliver direct tweet post comment submit");

    /// <summary>Other verbs of what is said aloud or in writing, so that it has a place and an occasion.</summary>
    public static readonly FrozenSet<string> Utters = Words(
        """
        testify demand deny add argue claim accuse criticize criticise condemn praise call reply respond note observe predict conclude acknowledge admit concede
        confess emphasize emphasise reiterate lament recall quip maintain assert contend allege affirm proclaim denounce dismiss reject blame defend hail welcome
        thank express voice comment wonder appeal protest object sing chant cry exclaim recount estimate point assail slam blast mock ridicule salute toast underline
        underscore lambast deplore decry rebuke chide scold plead counter retort interject volunteer elaborate discuss describe tout advocate contest declare unveil
        hint liken compare forecast foresee venture muse bemoan rail rant urge issue deliver address tweet post blog publish broadcast air rule
        """);

    /// <summary>Whether the verb tells of something said, not of something thought or done.</summary>
    public static bool IsSaid(string verb) =>
        IsTold(verb) || Says.Contains(verb) || Utters.Contains(verb) || Talkings.Contains(verb) || Shouts.Contains(verb) || Demands.Contains(verb) || Quotes.Contains(verb);

    /// <summary>Verbs after whose object "of" leads to what is said of it.</summary>
    public static readonly FrozenSet<string> Informs = Words("remind inform notify warn assure persuade convince advise");

    /// <summary>Verbs whose subject or agent passes on what another says.</summary>
    public static readonly FrozenSet<string> Quotes = Words("quote cite");

    /// <summary>What goes on in a mind and is said nowhere.</summary>
    public static readonly FrozenSet<string> Thoughts = Words(
        "believe think hope want plan expect know fear feel consider intend wish doubt need like suspect remember forget seem prefer love hate assume hear accord aim seek try await understand regret");

    /// <summary>Tongues, which one speaks <i>in</i> as one does in a place; those in -ish, -ese and -ian aside.</summary>
    public static readonly FrozenSet<string> Tongues = Words("french german arabic hebrew hindi farsi latin greek urdu mandarin dutch swahili korean bengali tamil pashto dari czech slovak thai welsh gaelic yiddish creole");

    /// <summary>Nouns that stand before "of" for what follows it.</summary>
    public static readonly FrozenSet<string> Measures = Words(
        "series string number couple pair set batch copy flurry part page excerpt extract draft version edition issue transcript recording scrap piece sheet slip round raft run barrage host handful spate first last one");

    /// <summary>Nouns that tell when.</summary>
    public static readonly FrozenSet<string> Times = Words(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december
        second minute hour day week weekend fortnight month year decade century morning noon afternoon evening night midnight today yesterday tomorrow tonight spring summer autumn winter moment
        christmas easter ramadan dawn dusk a.m. p.m. am pm a.m p.m et gmt
        """);

    private static FrozenSet<string> Words(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
