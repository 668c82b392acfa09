using Xunit;

namespace Inquit.Tests;

public class RecipeOptionsTests
{
    [Theory]
    [InlineData("--set takes KEY=VALUE, not 'epochs'.", "train", "language", "--set", "epochs")]
    [InlineData("--set takes KEY=VALUE, not '=3'.", "train", "language", "--set", "=3")]
    [InlineData("'epoch' is no setting of the language model.", "train", "language", "--set", "epoch=3")]
    [InlineData("'many' is no value for the setting 'epochs'.", "train", "language", "--set", "epochs=many")]
    [InlineData("'99999999999' is no value for the setting 'epochs'.", "train", "language", "--set", "epochs=3", "--set", "epochs=99999999999")]
    [InlineData("'0' is no value for the setting 'least-words'.", "train", "lemmatizer", "--set", "least-words=0")]
    [InlineData("'words' is no setting of the lemmatizer model.", "score", "lemmatizer", "--set", "words=3")]
    [InlineData("The segmenter model has no settings.", "train", "segmenter", "--set", "epochs=3")]
    [InlineData("The file of weights 'nowhere.bin' is missing.", "train", "roles", "--set", "weights=nowhere.bin")]
    [InlineData("The roles model is trained in two steps. First --set examples=FOLDER writes what the network learns from; then, with weights learned as training/README.md tells, --set weights=FILE makes the model.", "train", "roles", "--set", "epochs=3")]
    [InlineData("The roles model is trained in two steps. First --set examples=FOLDER writes what the network learns from; then, with weights learned as training/README.md tells, --set weights=FILE makes the model.", "train", "roles")]
    [InlineData("--set goes with one model.", "train", "all", "--set", "epochs=3")]
    [InlineData("--set goes with one model.", "train", "language", "segmenter", "--set", "epochs=3")]
    public void Wrong_settings_are_refused_before_anything_is_done(string message, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal($"inquit: {message}\nSee 'inquit {args[0]} --help'.\n", run.Error);
    }

    [Fact]
    public void A_model_that_there_is_not_is_refused()
    {
        var run = CommandRun.Of(["train", "oracle"]);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("inquit: There is no model 'oracle'. There are: segmenter, lemmatizer, language, cues, roles, pronouns.\n", run.Error);
    }

    [Fact]
    public void Data_that_is_not_there_is_named()
    {
        var run = CommandRun.Of(["score", "lemmatizer", "--data", "nowhere", "--set", "least-words=2"]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }
}
