using System.Reflection;
using Inquit.Ledger;
using Inquit.Reading;
using Inquit.Text;
using Inquit.Training;
using Xunit;

namespace Inquit.Tests;

/// <summary>Who may know whom: between the projects, and between the folders of the engine.</summary>
public class ArrowTests
{
    /// <summary>The floors of the engine; each may use those before it.</summary>
    private static readonly string[] Floors =
        ["Inquit.Learning", "Inquit.Text", "Inquit.Linguistics", "Inquit.Attribution", "Inquit.Actors", "Inquit.Meaning", "Inquit.Linking", "Inquit"];

    /// <summary>Values of a higher floor that stand in a value of a lower one: a statement says who speaks and when, what is found out later.</summary>
    private static readonly HashSet<(string User, string Used)> Exceptions =
    [
        ("Inquit.Attribution", "Inquit.Actors.Speaker"),
        ("Inquit.Attribution", "Inquit.Actors.SpeakerType"),
        ("Inquit.Attribution", "Inquit.Actors.SpeakerResolution"),
        ("Inquit.Attribution", "Inquit.Meaning.StatementTime"),
        ("Inquit.Attribution", "Inquit.Meaning.TimeBasis"),
    ];

    private static Assembly Engine => typeof(Article).Assembly;

    private static Assembly Reading => typeof(ArticleReader).Assembly;

    private static Assembly Training => typeof(IModelRecipe).Assembly;

    private static Assembly Ledger => typeof(ILedger).Assembly;

    private static Assembly App => typeof(Inquit.App.ExitCode).Assembly;

    [Fact]
    public void The_engine_needs_nothing_but_the_platform_and_tensors() =>
        Assert.All(References(Engine), name => Assert.StartsWith("System.", name));

    [Fact]
    public void The_engine_reads_no_file_clock_or_network()
    {
        Type[] forbidden =
        [
            typeof(File), typeof(FileStream), typeof(Directory), typeof(Path), typeof(Console), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeProvider),
            typeof(System.Diagnostics.Process), typeof(System.Diagnostics.Stopwatch), typeof(Random), typeof(Guid),
        ];
        var wrong =
            from type in Engine.GetTypes()
            from used in TypeReferences.Of(type)
            where forbidden.Contains(used) || used.Namespace is { } name && (name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Data", StringComparison.Ordinal))
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Reading_training_and_the_ledger_know_the_engine_but_not_each_other()
    {
        Assert.Equal(["Inquit.Engine"], References(Reading).Where(IsOurs));
        Assert.Equal(["Inquit.Engine"], References(Training).Where(IsOurs));
        Assert.Equal(["Inquit.Engine"], References(Ledger).Where(IsOurs));
    }

    [Fact]
    public void Nobody_knows_the_app()
    {
        Assert.Equal("inquit", App.GetName().Name);
        Assert.All([Engine, Reading, Training, Ledger], assembly => Assert.DoesNotContain("inquit", References(assembly)));
    }

    [Fact]
    public void Each_floor_of_the_engine_uses_those_below_it_only()
    {
        var wrong =
            from type in Engine.GetTypes()
            where IsOurs(type.Namespace)
            from used in TypeReferences.Of(type)
            where used.Assembly == Engine && IsOurs(used.Namespace)
            where Floor(used) > Floor(type) && !IsRootValue(type, used) && !Exceptions.Contains((type.Namespace!, Outermost(used).FullName!))
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Each_namespace_of_the_engine_is_a_floor() =>
        Assert.Empty(Engine.GetTypes().Select(type => type.Namespace).Where(IsOurs).Distinct().Except(Floors));

    [Fact]
    public void The_arrows_are_found_in_code_and_in_signatures()
    {
        Assert.Contains(typeof(System.Text.RegularExpressions.Regex), TypeReferences.Of(typeof(MarkedText)));
        Assert.Contains(typeof(Article), TypeReferences.Of(typeof(MarkedText)));
        Assert.Contains(typeof(TextSpan), TypeReferences.Of(typeof(Inquit.Attribution.Statement)));
    }

    private static bool IsOurs(string? name) => name is not null && (name == "Inquit" || name.StartsWith("Inquit.", StringComparison.Ordinal));

    private static int Floor(Type type) => Array.IndexOf(Floors, type.Namespace);

    /// <summary>An article is what all floors speak of; it uses none of them.</summary>
    private static bool IsRootValue(Type type, Type used) => used == typeof(Article) && type.Namespace != "Inquit";

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
