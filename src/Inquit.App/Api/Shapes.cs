using System.ComponentModel;
using System.Text.Json;

namespace Inquit.App.Api;

// What answers look like, for the OpenAPI document. They are written by Formats; a test holds each answer against its shape.

/// <summary>An article with all that was found in it, as 'inquit read --format jsonl' writes it.</summary>
internal sealed record AnalysisShape(
    string? Document,
    string? Title,
    string? Outlet,
    string? Url,
    [property: Description("The day of publication, YYYY-MM-DD.")] string? Published,
    [property: Description("BCP 47 tag.")] string? Language,
    [property: Description("How offsets count: Unicode code points of the text, from 0; a span [s,e] holds the characters from s up to but without e.")] string Offsets,
    IReadOnlyList<StatementShape> Statements,
    [property: Description("The names of the article.")] IReadOnlyList<EntityShape> Entities,
    [property: Description("The time expressions of the article.")] IReadOnlyList<TimeShape> Times);

/// <summary>A name in an article.</summary>
internal sealed record EntityShape(
    IReadOnlyList<int> Span,
    [property: Description("person, organization, place, group or other.")] string Type,
    string Text,
    [property: Description("The fullest name that the article has for the same actor.")] string? Name);

/// <summary>A time expression.</summary>
internal sealed record TimeShape(int Start, int End, [property: Description("DATE, TIME, DURATION or SET.")] string Type, [property: Description("As in TIMEX3.")] string? Value, string Text);

/// <summary>Words of the article.</summary>
internal sealed record SpansShape([property: Description("Spans in text order.")] IReadOnlyList<IReadOnlyList<int>> Spans, [property: Description("Their characters, with … for words left out.")] string Text);

/// <summary>One attribution found in an article.</summary>
internal sealed record StatementShape(
    [property: Description("Its place in the article: s1, s2, ….")] string Id,
    [property: Description("direct: all of the content is in quotation marks; indirect: none; mixed: some.")] string Kind,
    [property: Description("Whom it is attributed to.")] SpansShape? Source,
    [property: Description("The words that attribute it.")] SpansShape? Cue,
    [property: Description("What is attributed.")] SpansShape? Content,
    [property: Description("To whom it is said.")] SpansShape? Addressee,
    [property: Description("Through what it is said.")] SpansShape? Medium,
    [property: Description("Where it is said.")] SpansShape? Place,
    SpeakerShape Speaker,
    [property: Description("The id of the statement that this one is part of.")] string? Within,
    [property: Description("For a later version.")] JsonElement? Act,
    [property: Description("For a later version.")] JsonElement? Target,
    [property: Description("For a later version.")] JsonElement? Polarity,
    [property: Description("For a later version.")] JsonElement? Modality,
    [property: Description("For a later version.")] JsonElement? Condition,
    [property: Description("When it was made.")] SaidShape? Said,
    [property: Description("For a later version.")] JsonElement? About,
    [property: Description("For a later version.")] JsonElement? Due,
    [property: Description("How likely it is that there is a statement, 0 to 1.")] double Confidence);

/// <summary>Who speaks.</summary>
internal sealed record SpeakerShape(
    string? Name,
    [property: Description("person, organization, state or group.")] string? Type,
    string? Role,
    string? Affiliation,
    [property: Description("ISO 3166-1 alpha-2.")] string? Country,
    [property: Description("How the name was found; null where the speaker is not resolved.")] string? ResolvedBy,
    double? Confidence,
    [property: Description("Each speaker of a joint source.")] IReadOnlyList<MemberShape> Members);

/// <summary>A speaker of a joint source.</summary>
internal sealed record MemberShape(string? Name, string? Type, string? Role, string? Affiliation, string? Country, string? ResolvedBy, double? Confidence);

/// <summary>When a statement was made.</summary>
internal sealed record SaidShape(string? Value, [property: Description("text: words beside the cue tell; published: the article's day.")] string Basis, IReadOnlyList<int>? Span, string? Text);

/// <summary>A statement of the ledger, with where it was found.</summary>
internal sealed record FoundStatementShape(
    [property: Description("The article's id, #s and the statement's number.")] string Id,
    [property: Description("The article's id.")] string Article,
    string? Document,
    string? Title,
    string? Outlet,
    string? Url,
    string? Published,
    [property: Description("The day by which it is ordered: when it was made, or else its article's.")] string? Day,
    [property: Description("The ids of its speakers who have a name.")] IReadOnlyList<string> Actors,
    string Offsets,
    StatementShape Statement);

/// <summary>A page of statements, with counts.</summary>
internal sealed record SearchShape(IReadOnlyList<FoundStatementShape> Items, [property: Description("The cursor of the next page; null on the last.")] string? Next, FacetsShape? Facets = null);

/// <summary>A page of statements.</summary>
internal sealed record StatementsShape(IReadOnlyList<FoundStatementShape> Items, [property: Description("The cursor of the next page; null on the last.")] string? Next);

/// <summary>How many of the statements that were found are of which value; those with the most first.</summary>
internal sealed record FacetsShape(
    [property: Description("How many statements were counted.")] int Statements,
    [property: Description("Whether these are all; where not, the newest were counted, and each count is a lower bound.")] bool Complete,
    IReadOnlyList<ActorCountShape> Speakers,
    IReadOnlyList<ValueCountShape> Outlets,
    IReadOnlyList<ValueCountShape> Countries,
    IReadOnlyList<ValueCountShape> Kinds,
    [property: Description("The newest first.")] IReadOnlyList<ValueCountShape> Months);

/// <summary>How many statements a speaker made.</summary>
internal sealed record ActorCountShape(string Id, string Name, int Statements);

/// <summary>How many statements are of a value.</summary>
internal sealed record ValueCountShape(string Value, int Statements);

/// <summary>How many statements are of each day, the newest first.</summary>
internal sealed record DaysShape(IReadOnlyList<DayShape> Items);

/// <summary>How many statements are of a day.</summary>
internal sealed record DayShape(string Day, long Statements);

/// <summary>A page of articles, without their texts.</summary>
internal sealed record ArticlesShape(IReadOnlyList<ArticleHeadingShape> Items, [property: Description("The cursor of the next page; null on the last.")] string? Next);

/// <summary>An article without its text.</summary>
internal sealed record ArticleHeadingShape(
    string Id,
    string? Document,
    string? Title,
    string? Outlet,
    string? Url,
    string? Published,
    string? Language,
    [property: Description("When it was added, UTC.")] string Added,
    int Statements,
    [property: Description("The id of the version that took its place.")] string? SupersededBy);

/// <summary>What became of an article that was sent.</summary>
internal sealed record AddedShape(
    [property: Description("Its id.")] string Article,
    [property: Description("added; corrected: it took the place of an older version; known: it was there.")] string Outcome,
    [property: Description("How many statements were added with it.")] int Statements);

/// <summary>A page of speakers.</summary>
internal sealed record ActorsShape(IReadOnlyList<ActorRowShape> Items, [property: Description("The cursor of the next page; null on the last.")] string? Next);

/// <summary>A speaker, with how much they said.</summary>
internal sealed record ActorRowShape(string Id, string Name, string? Type, string? Role, string? Country, long Statements, string? First, string? Last);

/// <summary>A speaker, with all that the ledger says of them.</summary>
internal sealed record ActorShape(
    string Id,
    string Name,
    string? Type,
    string? Role,
    string? Country,
    long Statements,
    string? First,
    string? Last,
    string? Affiliation,
    IReadOnlyList<string> OtherNames,
    [property: Description("The one that was named last first.")] IReadOnlyList<RoleShape> Roles,
    IReadOnlyList<ValueCountShape> Outlets,
    IReadOnlyList<ValueCountShape> Addressees);

/// <summary>A role in which articles speak of somebody.</summary>
internal sealed record RoleShape(string? Role, string? Affiliation, int Statements, string? First, string? Last);

/// <summary>What people decided about speakers.</summary>
internal sealed record DecisionsShape(IReadOnlyList<DecisionShape> Items, string? Next);

/// <summary>A decision.</summary>
internal sealed record DecisionShape(long Number, [property: Description("merge or split.")] string Decision, string First, string Second, [property: Description("The name that was split off.")] string? Name);

/// <summary>With whom a speaker is one.</summary>
internal sealed record MergeShape([property: Description("The id of the other speaker, as a40.")] string With);

/// <summary>Which name is somebody else's.</summary>
internal sealed record SplitShape(
    [property: Description("The name under which articles speak of somebody else.")] string Name,
    [property: Description("Only where the role is this one.")] string? Role = null,
    [property: Description("Only where the affiliation is this one.")] string? Affiliation = null,
    [property: Description("Only where the country is this one.")] string? Country = null);

/// <summary>How much the ledger holds.</summary>
internal sealed record StatsShape(long Articles, long OlderVersions, long Statements, long NamedStatements, long Speakers, long Decisions, string? First, string? Last);

/// <summary>An article as a record.</summary>
internal sealed record ArticleShape(
    [property: Description("The article's text.")] string Text,
    [property: Description("The id that its publisher gave it.")] string? Id = null,
    string? Title = null,
    [property: Description("The day of publication, ISO 8601.")] string? Published = null,
    string? Outlet = null,
    string? Url = null);
