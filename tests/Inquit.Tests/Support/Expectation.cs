using Xunit;

namespace Inquit.Tests;

/// <summary>
/// What the program is expected to give, kept as files under Expectations. Where the environment variable
/// INQUIT_UPDATE_EXPECTATIONS is 1 they are written anew; what changed is then seen in the commit.
/// </summary>
internal static class Expectation
{
    public static bool AreUpdated => Environment.GetEnvironmentVariable("INQUIT_UPDATE_EXPECTATIONS") == "1";

    public static void Check(string name, string actual)
    {
        var path = Repository.PathOf("tests/Inquit.Tests/Expectations/" + name);
        if (AreUpdated)
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{name} is not there yet. Run the tests once with INQUIT_UPDATE_EXPECTATIONS=1 and read what they wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
