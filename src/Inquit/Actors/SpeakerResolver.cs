using System.Collections.Immutable;
using Inquit.Attribution;
using Inquit.Linguistics;
using Inquit.Text;

namespace Inquit.Actors;

/// <summary>
/// Says who speaks in each statement: whom the head of its source stands for in the <see cref="Discourse"/>, with role, affiliation
/// and country; several for a joint source; the speaker of the statement around it for "I" in a quotation.
/// </summary>
internal sealed class SpeakerResolver
{
    private const string JointSeparator = "; ";

    /// <summary>The most tokens of a dateline.</summary>
    private const int LongestDateline = 12;

    private readonly Article article;
    private readonly ParsedText text;
    private readonly Discourse discourse;

    private SpeakerResolver(Article article, ParsedText text, Discourse discourse)
    {
        this.article = article;
        this.text = text;
        this.discourse = discourse;
    }

    /// <summary>The statements with their speakers, as far as the article tells.</summary>
    /// <param name="article">The article.</param>
    /// <param name="text">The same, parsed.</param>
    /// <param name="discourse">Who appears in it.</param>
    /// <param name="statements">Its statements.</param>
    public static ImmutableArray<Statement> Resolve(Article article, ParsedText text, Discourse discourse, ImmutableArray<Statement> statements)
    {
        var resolver = new SpeakerResolver(article, text, discourse);
        var resolved = new Statement[statements.Length];
        foreach (var statement in statements.OrderBy(statement => Depth(statement, statements)))
        {
            var outer = statement.Within is { } index ? resolved[index] : null;
            resolved[statement.Index] = statement.Source.IsEmpty ? statement : statement with { Speaker = resolver.SpeakerOf(statement, outer) };
        }

        return [.. resolved];
    }

    private static int Depth(Statement statement, ImmutableArray<Statement> statements)
    {
        var depth = 0;
        for (var outer = statement.Within; outer is { } index; outer = statements[index].Within)
        {
            depth++;
        }

        return depth;
    }

    private Speaker SpeakerOf(Statement statement, Statement? outer)
    {
        var source = AfterDateline(text.TokensOf(statement.Source[0]));
        if (source.Length == 0)
        {
            return Speaker.Unresolved;
        }

        var head = text.HeadOf(source);
        var form = text.Word(head).ToLowerInvariant();
        if (form is "i" or "me" or "my" or "we" or "us" or "our")
        {
            return FirstPerson(form, head, outer);
        }

        var parts = Parts(source, head);
        return parts.Count > 1 ? JointSpeaker(parts.ConvertAll(part => SpeakerOf(part.Source, part.Head, isSigned: false))) : SpeakerOf(source, head, statement.Cue.IsEmpty);
    }

    /// <summary>Who speaks by a source that is not joint.</summary>
    private Speaker SpeakerOf(TokenRange source, int head, bool isSigned)
    {
        var (token, reference) = ReferenceIn(source, head, isSigned);
        return reference is not null ? SpeakerAt(source, token, reference) : Undescribed(source, head);
    }

    /// <summary>A source without the dateline that the tree joins to it: "LONDON (Reuters) - | Acme".</summary>
    private TokenRange AfterDateline(TokenRange source)
    {
        if (text.Segmentation.Paragraphs[text.ParagraphOf(source.Start)].Tokens.Start != source.Start || text.Upos(source.Start) != UniversalPos.PROPN)
        {
            return source;
        }

        var dash = source.Start + 1;
        while (dash < source.End && dash - source.Start < LongestDateline && !(text.IsDash(dash) && text.Segmentation.Tokens[dash].Start > text.Segmentation.Tokens[dash - 1].End))
        {
            dash++;
        }

        return dash < source.End - 1 && text.IsDash(dash) && (text.Form(dash - 1) is ")" || text.Form(source.Start).IndexOfAnyInRange('a', 'z') < 0) ? new TokenRange(dash + 1, source.End) : source;
    }

    /// <summary>Whom the source stands for: its head, else what stands in apposition to it or before it.</summary>
    private (int Token, Reference? Reference) ReferenceIn(TokenRange source, int head, bool isSigned)
    {
        if (isSigned && discourse.Names.At(source.Start) is { Type: EntityType.Person })
        {
            return (source.Start, discourse.At(source.Start));
        }

        var own = discourse.At(head);
        var isModifier = discourse.Names.At(head) is { } whole && whole.Tokens.End < source.End && text.Upos(whole.Tokens.End) is UniversalPos.NOUN or UniversalPos.PROPN;
        if (isModifier || own is { How: SpeakerResolution.None or SpeakerResolution.Description } or { Figure.Type: SpeakerType.Organization or SpeakerType.State, How: SpeakerResolution.Name } or null)
        {
            foreach (var index in discourse.Names.IndicesIn(source))
            {
                var name = discourse.Names.Mentions[index];
                if (name.Type == EntityType.Person && discourse.FigureOf(index) is { } figure && StandsBeside(name.Tokens, source) && (own is not { How: SpeakerResolution.Name } || IsTitled(name.Tokens, source)))
                {
                    return (name.Tokens.Start, new Reference(figure, IsDescribed(name.Tokens, source) ? SpeakerResolution.Apposition : SpeakerResolution.Name));
                }
            }
        }

        if (own is { How: SpeakerResolution.Description } && discourse.Names.IndicesIn(source).Any(index => discourse.FigureOf(index) == own.Figure))
        {
            own = own with { How = SpeakerResolution.Apposition };
        }

        return (head, own);
    }

    /// <summary>Whether nothing but a title of the person stands between the source's start and the name: "Virginia AFL-CIO President Ann Lee".</summary>
    private bool IsTitled(TokenRange name, TokenRange source)
    {
        for (var token = source.Start; token < name.Start; token++)
        {
            if ((text.Upos(token) is UniversalPos.ADP or UniversalPos.CCONJ or UniversalPos.VERB && discourse.Names.At(token) is null) || text.Form(token) is ",")
            {
                return false;
            }
        }

        return name.Start > source.Start && PersonNouns.Contains(text.Lemma(name.Start - 1));
    }

    /// <summary>Whether words with a comma stand between the source's start and the name: "the head of the office, Ann Lee".</summary>
    private bool IsDescribed(TokenRange name, TokenRange source) => name.Start > source.Start + 1 && text.Form(name.Start - 1) is "," or "–" or "—" or "-";

    /// <summary>Whether a name in the source is another word for its head, and not somebody whom the head belongs to or is joined with.</summary>
    private bool StandsBeside(TokenRange name, TokenRange source)
    {
        if (name.End < source.End && (text.Form(name.End) is "'s" or "’s" or "'" or "’" || text.Upos(name.End) is UniversalPos.NOUN or UniversalPos.PROPN))
        {
            return false;
        }

        if (name.Start == source.Start)
        {
            return !text.IsPossessive(source.End - 1);
        }

        var before = name.Start - 1;
        if (text.Form(before) is ",")
        {
            return name.End == source.End || text.IsPunctuation(name.End);
        }

        // "the office of President Ann Lee", but "the President of Norland Ann Lee"
        for (var token = text.HeadOf(source) + 1; token < name.Start; token++)
        {
            if (text.Upos(token) == UniversalPos.ADP && discourse.Names.At(token) is null && discourse.Names.At(before) is not { Type: EntityType.Place or EntityType.Organization })
            {
                return false;
            }
        }

        return text.Upos(before) is UniversalPos.NOUN or UniversalPos.PROPN or UniversalPos.ADJ or UniversalPos.PUNCT && !text.Has(text.HeadOf(name), "conj") && !text.Has(text.HeadOf(name), "nmod:poss");
    }

    private Speaker SpeakerAt(TokenRange source, int token, Reference reference)
    {
        var figure = reference.Figure;
        if (figure.Description is { } description && !figure.IsNamed)
        {
            var phrase = figure.Type is SpeakerType.Person or SpeakerType.Group ? discourse.Roles.Read(source) : null;
            var country = figure.Type == SpeakerType.Organization && !IsPronoun(token) ? discourse.Roles.Countries.Of(source) : phrase?.Country ?? figure.Country;
            return new Speaker(IsPronoun(token) ? description : Described(source), figure.Type, phrase?.Role, phrase?.Affiliation, country);
        }

        if (figure.Members.Count > 0)
        {
            return JointSpeaker(figure.Members.ConvertAll(member => SpeakerAt(source, token, reference with { Figure = member })));
        }

        if (figure.IsAmbiguous)
        {
            return new Speaker(figure.Name, figure.Type);
        }

        var here = discourse.Names.IndexAt(token) is >= 0 and var index && figure.Type == SpeakerType.Person ? discourse.RolesOf(index) : [];
        var all = here.Concat(figure.Roles).ToList();
        var role = all.Find(phrase => phrase.Role is not null && !PersonTitles.IsPlain(phrase.Role)) ?? all.Find(phrase => phrase.Role is not null);
        var (name, type, how) = (figure.Name, figure.Type, reference.How);
        var home = role?.Country ?? all.Select(phrase => phrase.Country).FirstOrDefault(code => code is not null) ?? figure.Country;
        if (type == SpeakerType.State && how is SpeakerResolution.Name or SpeakerResolution.Pronoun && Government(figure) is { } government)
        {
            return how == SpeakerResolution.Name ? government : government with { ResolvedBy = how, Confidence = government.Confidence * reference.Probability };
        }

        if (type == SpeakerType.Organization && figure.Entry is null)
        {
            home = discourse.HomeOf(figure);
        }

        how = figure.IsPeople && how == SpeakerResolution.Name ? SpeakerResolution.None : how;
        return new Speaker(name, type, role?.Role, role?.Affiliation ?? (role is null ? null : OwnerIn(role.Tokens)) ?? all.Select(phrase => phrase.Affiliation).FirstOrDefault(body => body is not null), home, how)
        {
            Confidence = SpeakerConfidence.Of(how) * reference.Probability,
        };
    }

    /// <summary>"its chief executive": the body for which the "its" of a role stands.</summary>
    private string? OwnerIn(TokenRange role)
    {
        for (var token = Math.Max(0, role.Start - 1); token < role.End; token++)
        {
            if (text.Is(token, "its") && discourse.At(token) is { Figure: { Type: SpeakerType.Organization } body })
            {
                return body.Name;
            }
        }

        return null;
    }

    /// <summary>The state or union for which a city speaks; null where the place speaks for itself.</summary>
    private Speaker? Government(Figure place)
    {
        if (place.Name is null || place.Entry is { Kind: GazetteerKind.State or GazetteerKind.Region })
        {
            return null;
        }

        var standing = Gazetteer.Default.StandingFor(place.Name);
        if (standing.Count == 0)
        {
            return null;
        }

        var mentioned = standing.Where(entry => discourse.Figures.Any(figure => figure.Mentions.Count > 0 && figure.Entry == entry)).ToList();
        var meant = mentioned.Count == 1 ? mentioned[0] : standing.Count == 1 ? standing[0] : mentioned.Find(entry => entry.Kind == GazetteerKind.International);
        return meant is null ? null : new Speaker(meant.Name, meant.Kind == GazetteerKind.State ? SpeakerType.State : SpeakerType.Organization, Country: meant.Country, ResolvedBy: SpeakerResolution.Metonym);
    }

    /// <summary>"I" and "we": in a quotation, who is quoted; outside one, who wrote or published the article.</summary>
    private Speaker FirstPerson(string form, int head, Statement? outer)
    {
        if (outer is not null)
        {
            return outer.Speaker.ResolvedBy == SpeakerResolution.None ? outer.Speaker : outer.Speaker with { ResolvedBy = SpeakerResolution.Pronoun };
        }

        if (text.QuotationOf(head) >= 0)
        {
            return Speaker.Unresolved;
        }

        if (form is "i" or "me" or "my")
        {
            return article.Authors.Count == 1
                ? new Speaker(article.Authors[0], SpeakerType.Person, ResolvedBy: SpeakerResolution.Publication)
                : new Speaker("the author", SpeakerType.Person, ResolvedBy: SpeakerResolution.Publication);
        }

        return article.Outlet is { } outlet ? new Speaker(outlet, SpeakerType.Organization, ResolvedBy: SpeakerResolution.Publication) : Speaker.Unresolved;
    }

    /// <summary>
    /// The parts of a joint source, each with its head: "Ann Lee, | the mayor of Orlen, and | two of her aides". One part where nobody is
    /// named, and where what is joined are two roles of one: "the president and chief executive of Acme".
    /// </summary>
    private List<Part> Parts(TokenRange source, int head)
    {
        var heads = Joined(source, head);
        if (heads.Count == 1)
        {
            return [];
        }

        heads = [.. Cut(source, heads).Where((part, i) => part.Named is not null || IsOneOfSeveral(part.Head, before: i == 0 ? -1 : heads[i - 1], isLast: i > 0 && i + 1 == heads.Count)).Select(part => part.Head)];
        var parts = Cut(source, heads).DistinctBy(part => part.Named ?? (object)part.Head).ToList();
        return parts.Exists(part => part.Named is not null) ? parts : [];
    }

    /// <summary>Whom a part of a source names, or null.</summary>
    private Figure? NamedIn(TokenRange source, int head) => ReferenceIn(source, head, isSigned: false).Reference is { Figure.IsNamed: true } reference ? reference.Figure : null;

    /// <summary>Cuts a source before the "and" or comma that stands before each head but the first.</summary>
    private IEnumerable<Part> Cut(TokenRange source, List<int> heads)
    {
        var start = source.Start;
        for (var i = 0; i < heads.Count; i++)
        {
            var end = i + 1 == heads.Count ? source.End : BorderBefore(heads[i + 1], heads[i]);
            var part = Trimmed(new TokenRange(start, end));
            yield return new Part(part, heads[i], NamedIn(part, heads[i]));
            start = end;
        }
    }

    /// <summary>Where the part of a head starts: at the last "and" or comma after the head before it, else where its own words do.</summary>
    private int BorderBefore(int head, int before)
    {
        for (var token = head - 1; token > before; token--)
        {
            if (text.Form(token) is "," or ";" || text.Has(token, "cc"))
            {
                return token;
            }
        }

        return Math.Max(before + 1, text.Extent(head).Start);
    }

    /// <summary>The head of a source and those that are joined to it, in text order; also those joined to a name that the tree hangs beside the head.</summary>
    private List<int> Joined(TokenRange source, int head)
    {
        var heads = new List<int> { head };
        var open = new Stack<int>();
        for (var token = source.Start; token < source.End; token++)
        {
            if (token == head || (!source.Contains(text.Head(token)) && discourse.Names.IndexAt(token) >= 0))
            {
                open.Push(token);
            }
        }

        while (open.TryPop(out var token))
        {
            foreach (var dependent in text.Syntax.Dependents(token))
            {
                if (source.Contains(dependent) && text.Has(dependent, "conj"))
                {
                    heads.Add(dependent);
                    open.Push(dependent);
                }
            }
        }

        heads.Sort();
        return heads;
    }

    /// <summary>
    /// Whether a noun without a name is somebody beside those who are named: "his aides", "Ann Lee, the mayor, and a spokesman"; not a second
    /// role of theirs: "Ann Lee, the mayor and a teacher".
    /// </summary>
    private bool IsOneOfSeveral(int head, int before, bool isLast)
    {
        var border = before < 0 ? head : BorderBefore(head, before);
        var isInApposition = border < head && text.Form(border - 1) is not "," && Enumerable.Range(before + 1, border - before - 1).Any(token => text.Form(token) is ",");
        return !isInApposition && (!isLast || text.Dependent(head, "cc") >= 0)
            && (text.Syntax.Xpos[head] is "NNS" or "NNPS" || text.Dependent(head, "det") >= 0 || text.ExactDependent(head, "nmod:poss") >= 0);
    }

    /// <summary>Without "and" and commas at its edges.</summary>
    private TokenRange Trimmed(TokenRange part)
    {
        var (start, end) = (part.Start, part.End);
        while (start + 1 < end && (text.Form(start) is "," or "and" or "or" or "both" || text.Has(start, "cc")))
        {
            start++;
        }

        while (end > start + 1 && (text.Form(end - 1) is "," or ";" || text.Has(end - 1, "cc")))
        {
            end--;
        }

        return new TokenRange(start, end);
    }

    private static Speaker JointSpeaker(List<Speaker> members) => new(
        string.Join(JointSeparator, members.Select(member => member.Name)),
        SpeakerType.Group,
        ResolvedBy: members.TrueForAll(member => member.ResolvedBy == members[0].ResolvedBy) ? members[0].ResolvedBy : SpeakerResolution.Name)
    {
        Members = [.. members],
        Confidence = members.Min(member => member.Confidence),
    };

    /// <summary>A source of which the discourse knows nothing: words that describe it, if it is no pronoun.</summary>
    private Speaker Undescribed(TokenRange source, int head)
    {
        if (IsPronoun(head) && text.Form(head) is not ("someone" or "somebody" or "everyone" or "everybody" or "nobody" or "Someone" or "Everyone" or "Nobody"))
        {
            return Speaker.Unresolved with { Type = text.Word(head).ToLowerInvariant() switch { "they" or "them" or "their" or "these" or "those" => SpeakerType.Group, "he" or "him" or "his" or "she" or "her" => SpeakerType.Person, _ => SpeakerType.Unknown } };
        }

        var type = text.Upos(head) == UniversalPos.PROPN ? SpeakerType.Unknown : text.Syntax.Xpos[head] is "NNS" or "NNPS" or "CD" ? SpeakerType.Group : SpeakerType.Unknown;
        var isName = text.Upos(head) == UniversalPos.PROPN && (source.Length > 1 || text.SentenceOf(head).Start != head);
        return new Speaker(Described(source), type, ResolvedBy: isName ? SpeakerResolution.Name : SpeakerResolution.None);
    }

    private bool IsPronoun(int token) => text.Upos(token) == UniversalPos.PRON;

    /// <summary>The words of a source without an article at its start and marks at its end.</summary>
    private string Described(TokenRange source)
    {
        var (start, end) = (source.Start, source.End);
        while (start + 1 < end && text.Form(start) is "the" or "The" or "a" or "A" or "an" or "An")
        {
            start++;
        }

        while (end > start + 1 && (text.IsPunctuation(end - 1) || text.IsPossessive(end - 1)) && text.Form(end - 1) is not (")" or "”" or "\""))
        {
            end--;
        }

        return text.Words(new TokenRange(start, end));
    }

    /// <summary>A part of a joint source.</summary>
    /// <param name="Source">Its tokens.</param>
    /// <param name="Head">Its head.</param>
    /// <param name="Named">Whom it names; null for one without a name.</param>
    private readonly record struct Part(TokenRange Source, int Head, Figure? Named);
}
