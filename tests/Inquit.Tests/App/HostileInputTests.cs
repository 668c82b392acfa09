using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Inquit.Tests;

/// <summary>
/// Inputs that are broken or made to do harm, given to the program between two good ones: each is named with what is wrong and what to do,
/// the good ones are done, and memory stays bounded. The program runs in a process of its own whose heap may not grow over a limit.
/// </summary>
public sealed class HostileInputTests : IDisposable
{
    private const string Good = "Tomas Brandt said that the bridge will cost two million.";

    /// <summary>What all objects together may take, bytes. Inputs below unpack to a gigabyte and more.</summary>
    private const long MostMemory = 900L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<byte[]> Bomb = new(() => Pack("x", 1 << 30));
    private readonly TemporaryFolder folder = new();
    private readonly LoopbackServer server = new();

    /// <summary>What the program is run by: by itself, or by a command that runs another.</summary>
    private string[] runner = [];

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_gigabyte()
    {
        const string Text = "It holds more than 4,194,304 bytes of text, the most that is taken at once. Split it into its articles.";
        const string Record = "It holds more than 67,108,864 bytes of text, the most that is taken at once. Split it into its articles.";
        const string Page = "The page has more than 8,388,608 bytes, the most that is taken. Save the article's text as a .txt file.";
        const string Feed = "It holds more than 67,108,864 bytes, the most that a feed may have. Split it.";
        var page = Warc.Record("resource", [], "https://herald.example/1", "text/html", length: 1 << 30)[..^4];
        byte[] archive = [.. TemporaryFolder.Gzip(page), .. Bomb.Value, .. TemporaryFolder.Gzip([.. "\r\n\r\n"u8, .. Warc.Response("https://herald.example/2", Warc.Page())])];
        AddAll(
            1,
            (folder.Write("a.txt.gz", Bomb.Value), Text),
            (folder.Write("a.json.gz", Bomb.Value), Record),
            (folder.Write("a.jsonl.gz", Bomb.Value), Record),
            (folder.Write("a.html.gz", Bomb.Value), Page),
            (folder.Write("a.xml.gz", Bomb.Value), Feed),
            (folder.Write("a.warc.gz", Bomb.Value), "This is no web archive: it has no record that starts with WARC/1.0 or WARC/1.1. Check the name."),
            (folder.Write("b.warc.gz", archive), Page));
    }

    [Fact]
    public void An_answer_of_the_web_that_unpacks_to_a_gigabyte()
    {
        const string TooLarge = "It holds more than 15,728,640 bytes, the most that is fetched. Save it as a file.";
        foreach (var kind in (string[])["text/html", "text/plain", "application/rss+xml", "application/x-ndjson", "application/warc"])
        {
            server.Give("/" + kind, Bomb.Value, kind, more: "Content-Encoding: gzip\r\n");
        }

        foreach (var name in (string[])["/a.txt.gz", "/a.html.gz", "/a.xml.gz", "/a.jsonl.gz", "/a.warc.gz"])
        {
            server.Give(name, Bomb.Value, "application/gzip");
        }

        server.Give("/robots.txt", Bomb.Value, "text/plain", more: "Content-Encoding: gzip\r\n");
        AddAll(
            0,
            (server.At("/text/html"), TooLarge),
            (server.At("/text/plain"), TooLarge),
            (server.At("/application/rss+xml"), TooLarge),
            (server.At("/application/x-ndjson"), TooLarge),
            (server.At("/application/warc"), TooLarge),
            (server.At("/a.txt.gz"), "It holds more than 4,194,304 bytes of text"),
            (server.At("/a.html.gz"), "The page has more than 8,388,608 bytes"),
            (server.At("/a.xml.gz"), "It holds more than 67,108,864 bytes, the most that a feed may have."),
            (server.At("/a.jsonl.gz"), "It holds more than 67,108,864 bytes of text"),
            (server.At("/a.warc.gz"), "This is no web archive"));
    }

    [Fact]
    public void A_billion_laughs()
    {
        var laughs = "<!ENTITY a0 \"ha\">" + string.Concat(Enumerable.Range(1, 9).Select(number => $"<!ENTITY a{number} \"{string.Concat(Enumerable.Repeat($"&a{number - 1};", 10))}\">"));
        var prose = string.Concat(Enumerable.Repeat(Warc.Sentence, 3));
        var page = $"<!DOCTYPE html [{laughs}]><html><head><title>&a9;</title></head><body><p>{prose}&a9;</p><p>{prose}</p></body></html>";
        server.Give("/feed.xml", $"<!DOCTYPE rss [{laughs}]><rss><channel><item><description>&a9; {string.Concat(Enumerable.Repeat(prose, 10))}</description></item></channel></rss>", "application/rss+xml");
        server.Give("/page", page, "application/xhtml+xml");
        AddAll(
            9,
            (folder.Write("a.xml", $"<?xml version='1.0'?><!DOCTYPE rss [{laughs}]><rss><channel><item><description>One &a9;</description></item></channel></rss>"), null),
            (folder.Write("a.atom", $"<!DOCTYPE feed [{laughs}]><feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div>Two &a9;</div></content></entry></feed>"), null),
            (folder.Write("a.rdf", $"<!DOCTYPE rdf [{laughs}]><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item><description>Three &a9;</description></item></rdf:RDF>"), null),
            (folder.Write("b.xml", $"<!DOCTYPE x [<!ENTITY % p '{new string('%', 1000)}'>{string.Concat(Enumerable.Repeat("%p;", 1000))}]><rss><channel><item><description>Four</description></item></channel></rss>"), null),
            (folder.Write("a.html", page), null),
            (folder.Write("b.xhtml", "<?xml version='1.0'?>" + page.Replace("<p>", "<p>Two. ", StringComparison.Ordinal)), null),
            (folder.Write("a.warc", Warc.Response("https://herald.example/9", page)), null),
            (server.At("/feed.xml"), null),
            (server.At("/page"), null));
    }

    [Fact]
    public void An_encoding_that_is_not_the_one_that_is_named()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (western, cyrillic) = (Encoding.GetEncoding("windows-1252"), Encoding.GetEncoding("windows-1251"));
        var prose = string.Concat(Enumerable.Repeat(Warc.Sentence, 3));
        var page = $"<html><head><meta charset='utf-8'><title>x</title></head><p>{prose}</p><p>Café “yes”. {prose}</p>";
        const string Feed = "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><description>Café “yes”.</description></item></channel></rss>";
        server.Give("/page", western.GetBytes(page), "text/html; charset=utf-8");
        server.Give("/feed", western.GetBytes(Feed.Replace("Café", "Café by the web", StringComparison.Ordinal)), "application/rss+xml; charset=utf-16");
        server.Give("/text", western.GetBytes("Café, he said."), "text/plain; charset=utf-8");
        var output = ReadAll(
            8,
            (folder.Write("a.html", western.GetBytes(page)), null),
            (folder.Write("b.html", Encoding.UTF8.GetBytes(page.Replace("utf-8", "iso-8859-5", StringComparison.Ordinal))), null),
            (folder.Write("a.xml", western.GetBytes(Feed)), null),
            (folder.Write("b.xml", Encoding.Unicode.GetBytes("\uFEFF" + Feed)), null),
            (folder.Write("a.warc", Warc.Response("https://herald.example/1", western.GetBytes(page), "Content-Type: text/html; charset=utf-8")), null),
            (folder.Write("c.xml", cyrillic.GetBytes("<?xml version='1.0' encoding='nonsense-9'?><rss><channel><item><description>Plain.</description></item></channel></rss>")), null),
            (server.At("/page"), null),
            (server.At("/feed"), null),
            (server.At("/text"), "This is not valid UTF-8: byte 3 is 0xE9."),
            (folder.Write("a.txt", western.GetBytes("Café")), "This is not valid UTF-8: byte 3 is 0xE9. Convert it first, for example with 'iconv -f WINDOWS-1252 -t UTF-8'."),
            (folder.Write("b.txt", Encoding.Unicode.GetBytes("Café")), "This is binary, not text: byte 1 is zero. Give the article's text as UTF-8."),
            (folder.Write("a.jsonl", [.. "{\"text\":\"Caf"u8, 0xE9, .. "\"}\n"u8]), "line 1: This is not valid UTF-8: byte 12 is 0xE9."),
            (folder.Write("a.json", [.. "{\"text\":\"Caf"u8, 0xE9, .. "\"}"u8]), "This is not valid UTF-8: byte 12 is 0xE9."));
        Assert.Equal(0, output.Count(unit => unit == '\uFFFD'));
    }

    [Fact]
    public void Tables_nested_a_hundred_thousand_deep()
    {
        const string Refused = "More than 5,000 elements";
        var deep = string.Concat(Enumerable.Repeat("<table><tr><td>", 100_000));
        var page = $"<html><body><p>{Warc.Sentence}</p>{deep}{Warc.Sentence}";
        server.Give("/page", page);
        server.Give("/entry", page);
        server.Give("/feed.xml", $"<rss><channel><item><link>{server.At("/entry")}</link></item></channel></rss>", "application/rss+xml");
        AddAll(
            3,
            (folder.Write("a.html", page), Refused),
            (folder.WriteGzip("b.html.gz", Encoding.UTF8.GetBytes(page)), Refused),
            (folder.Write("a.warc", [.. Warc.Response("https://herald.example/1", page), .. Warc.Response("https://herald.example/2", Warc.Page())]), Refused),
            (folder.Write("a.xml", $"<rss><channel><item><description>One <![CDATA[{deep}]]></description></item></channel></rss>"), null),
            (folder.Write("b.xml", $"<feed><entry><content type='xhtml'>Two {deep}</content></entry></feed>"), null),
            (server.At("/page"), Refused),
            (server.At("/feed.xml"), Refused));
    }

    [Theory]
    [InlineData("a.xml", "<rss><channel>", "<item><title>One</title></item>", "</channel></rss>")]
    [InlineData("a.atom", "<feed>", "<entry><title>One</title></entry>", "</feed>")]
    [InlineData("a.rdf", "<rdf:RDF>", "<item><title>One</title></item>", "</rdf:RDF>")]
    [InlineData("a.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{}", ",{\"title\":\"One\"}", "]}")]
    public void A_feed_of_a_million_items(string name, string start, string item, string end)
    {
        var path = folder.Write(name, string.Concat(new StringBuilder(start).Insert(start.Length, item, 1_000_000).Append(end)));
        var good = folder.Write("good.xml", "<rss><channel><title>Good</title><item/></channel></rss>");
        var run = Run(["feed", path, good]);
        Assert.Equal((1, $"inquit: {path}: The feed has more than 100,000 entries, the most that are read at once; those after them were not read. Split it.\n"), (run.Code, run.Error));
        Assert.Equal([100_000, 1], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("entries").GetArrayLength()));
    }

    [Fact]
    public void A_feed_of_a_million_items_as_articles_and_from_the_web()
    {
        var items = string.Concat(Enumerable.Repeat("<item><title>One</title></item>", 1_000_000));
        var path = folder.Write("a.xml", $"<rss><channel><item><description>One.</description></item>{items}</channel></rss>");
        server.Give("/feed.xml", File.ReadAllBytes(path), "application/rss+xml");
        var run = CommandRun.Of(["read", "--allow-private", "--format", "jsonl", path, server.At("/feed.xml"), folder.Write("last.txt", Good)]);
        Assert.Equal((1, 2), (run.ExitCode, run.Output.Count(unit => unit == '\n')));
        Assert.Equal(99_999, run.Error.Split('\n').Count(line => line.EndsWith("The entry has no text. Give its page instead.", StringComparison.Ordinal)));
        Assert.EndsWith(
            $"inquit: {path}: The feed has more than 100,000 entries, the most that are read at once; those after them were not read. Split it.\n"
            + $"inquit: {server.At("/feed.xml")}: It holds more than 15,728,640 bytes, the most that is fetched. Save it as a file.\n",
            run.Error);
        run = CommandRun.Of(["follow", "--once", "--allow-private", server.At("/feed.xml")]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"inquit: {server.At("/feed.xml")}: It holds more than 15,728,640 bytes", run.Error);
    }

    [Fact]
    public void A_record_of_an_archive_whose_length_lies()
    {
        var number = 0;
        byte[] Archive(string length)
        {
            var site = $"https://herald.example/{++number}";
            var liar = Encoding.UTF8.GetString(Warc.Response(site + "/2", Warc.Page("Liar")));
            var at = liar.IndexOf("Content-Length", StringComparison.Ordinal);
            var changed = $"{liar[..at]}Content-Length: {length}{liar[liar.IndexOf("\r\n", at, StringComparison.Ordinal)..]}";
            return [.. Warc.Response(site + "/1", Warc.Page("First")), .. Encoding.UTF8.GetBytes(changed), .. Warc.Response(site + "/3", Warc.Page("Last"))];
        }

        AddAll(
            15,
            (folder.Write("long.warc", Archive("2000000000000")), "Its Content-Length is wrong: it says 2,000,000,000,000 bytes"),
            (folder.Write("short.warc", Archive("7")), "Its Content-Length is wrong: it says 7 bytes"),
            (folder.Write("negative.warc", Archive("-5")), "Its Content-Length is missing or no number"),
            (folder.Write("overflow.warc", Archive("99999999999999999999")), "Its Content-Length is missing or no number"),
            (folder.WriteGzip("packed.warc.gz", Archive("2000000000000")), "Its Content-Length is wrong: it says 2,000,000,000,000 bytes"));
    }

    [Fact]
    public void A_line_of_a_gigabyte()
    {
        var path = folder.PathOf("a.jsonl");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(1 << 30);
            file.Position = file.Length;
            file.Write(Encoding.UTF8.GetBytes($"\n{{\"id\":\"after\",\"text\":\"{Good} After.\"}}\n"));
        }

        AddAll(1, (path, "line 1: It holds more than 67,108,864 bytes of text, the most that is taken at once. Split it into its articles."));
    }

    [Fact]
    public void Files_that_are_not_what_their_names_say()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.txt").Open();
            entry.Write(Encoding.UTF8.GetBytes(Good));
        }

        const string NoGzip = "It is no whole gzip file. It was cut short or damaged; get it again.";
        var nulls = new byte[100_000];
        AddAll(
            0,
            (folder.Write("zip.txt.gz", zip.ToArray()), NoGzip),
            (folder.Write("zip.jsonl.gz", zip.ToArray()), NoGzip),
            (folder.Write("zip.html.gz", zip.ToArray()), NoGzip),
            (folder.Write("zip.xml.gz", zip.ToArray()), NoGzip),
            (folder.Write("zip.warc.gz", zip.ToArray()), "This is no web archive"),
            (folder.Write("nulls.txt", nulls), "This is binary, not text: byte 0 is zero."),
            (folder.Write("nulls.html", nulls), "This is binary, not text: byte 0 is zero."),
            (folder.Write("nulls.json", nulls), "This is not JSON"),
            (folder.Write("nulls.jsonl", nulls), "line 1: This is not JSON"),
            (folder.Write("nulls.xml", nulls), "The file is empty."),
            (folder.Write("nulls.warc", nulls), "This is no web archive"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public void Empty_files(string packed) => AddAll(
        0,
        [.. ((string[])["a.txt", "a.html", "a.json", "a.jsonl", "a.xml", "a.atom", "a.warc"]).Select(name => (folder.Write(name + packed, ""), (string?)"The file is empty. There is nothing to read."))]);

    [Fact]
    public void Devices_and_pipes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux's devices.");
        const string Nothing = "There is nothing in it to read. A pipe or a device is read only where it is given by its own name.";
        folder.Write("in/z.txt", Good + " Beside a pipe.");
        folder.Write("linked/z.txt", Good + " Beside a link.");
        using (var make = Process.Start("mkfifo", [folder.PathOf("in/pipe.txt"), folder.PathOf("pipe")]))
        {
            make.WaitForExit();
        }

        File.CreateSymbolicLink(folder.PathOf("linked/pipe.txt"), folder.PathOf("in/pipe.txt"));
        using var writer = Process.Start("/bin/sh", ["-c", $"echo '{Good} Through a pipe.' > '{folder.PathOf("pipe")}'"]);
        AddAll(
            3,
            ("/dev/zero", "It holds more than 4,194,304 bytes of text"),
            ("/dev/null", "The file is empty. There is nothing to read."),
            (folder.PathOf("pipe"), null),
            (folder.PathOf("in"), $"/pipe.txt: {Nothing}"),
            (folder.PathOf("linked"), $"/pipe.txt: {Nothing}"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_and_a_file_without_rights()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs the permissions of Unix.");
        Directory.CreateDirectory(folder.PathOf("locked/deep"));
        folder.Write("locked/a.txt", Good + " Beside it.");
        folder.Write("locked/deep/a.txt", Good);
        folder.Write("b.txt", Good);
        var (rights, all) = (File.GetUnixFileMode(folder.PathOf("locked/deep")), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        runner = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []; // root may read all
        File.SetUnixFileMode(folder.Path, all);
        File.SetUnixFileMode(folder.PathOf("b.txt"), UnixFileMode.None);
        File.SetUnixFileMode(folder.PathOf("locked/deep"), UnixFileMode.None);
        try
        {
            AddAll(
                1,
                (folder.PathOf("locked"), $"{Path.DirectorySeparatorChar}deep: It may not be read. Change its permissions, or run as a user who may."),
                (folder.PathOf("b.txt"), "It may not be read. Change its permissions, or run as a user who may."));
        }
        finally
        {
            File.SetUnixFileMode(folder.PathOf("locked/deep"), rights);
        }
    }

    [Fact]
    public void A_feed_and_a_page_that_lead_in_a_circle()
    {
        server.Redirect("/a", "/b");
        server.Redirect("/b", "/a", "301 Moved Permanently");
        server.Redirect("/self", "/self");
        var follow = Run(["follow", "--once", "--allow-private", "--ledger", folder.PathOf("ledger.db"), server.At("/a"), server.At("/self")]);
        Assert.Equal((1, ""), (follow.Code, follow.Output.Replace("0 added, 0 corrected, 0 known, 2 unread; 0 statements\n", "", StringComparison.Ordinal)));
        Assert.All(((string[])["/a", "/self"]).Zip(follow.Error.Split('\n')), pair =>
            Assert.StartsWith($"inquit: {server.At(pair.First)}: It was sent on more than 5 times, the last time to {server.At(pair.First)}. It is asked again after ", pair.Second));
        AddAll(0, (server.At("/a"), $"It leads on more than 5 times, the last time to {server.At("/a")}."), (server.At("/self"), $"It leads on more than 5 times, the last time to {server.At("/self")}."));
    }

    [Fact]
    public async Task A_server_that_sends_a_byte_a_second()
    {
        server.Answers["/page"] = SlowlyAsync;
        server.Answers["/feed"] = SlowlyAsync;
        var watch = Stopwatch.StartNew();
        var follow = Task.Run(() => Run(["follow", "--once", "--allow-private", server.At("/feed")]), TestContext.Current.CancellationToken);
        AddAll(0, (server.At("/page"), "It was not all there within 20 seconds. Try again later."));
        var (code, _, error) = await follow;
        Assert.Equal(1, code);
        Assert.StartsWith($"inquit: {server.At("/feed")}: The server did not answer in time. It is asked again after ", error);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(40));

        static async Task SlowlyAsync(Stream stream)
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.Delay(1000);
            }
        }
    }

    [Fact]
    public void A_robots_file_without_end()
    {
        server.Answers["/robots.txt"] = async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /no\n"u8.ToArray());
            while (true)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('#', 1 << 16)));
            }
        };
        server.Give("/1", Warc.Page());
        AddAll(1, (server.At("/1"), null), (server.At("/no"), "The server's robots.txt asks programs not to read this"));
    }

    [Fact]
    public void Files_that_are_removed_or_cut_while_they_are_read()
    {
        var records = string.Concat(Enumerable.Range(0, 5000).Select(number => $"{{\"id\":\"{number}\",\"text\":\"Text {number}. {new string('x', 200)}\"}}\n"));
        var (gone, cut, removed, last) = (folder.Write("a/gone.jsonl", records), folder.Write("a/m.jsonl", records), folder.Write("a/removed.txt", "Text."), folder.Write("a/z.txt", "Last."));
        var isDone = false;
        var run = CommandRun.Of(["read", "--threads", "1", "--format", "jsonl", folder.PathOf("a")], article =>
        {
            if (article.Document == "0" && !isDone)
            {
                isDone = true;
                File.Delete(gone);
                File.Delete(removed);
            }
            else if (article.Document == "0")
            {
                using var file = new FileStream(cut, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                file.SetLength(500_000);
            }

            return MarkedText.Analyze(article);
        });
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"inquit: {cut}: line ", lines[0]);
        Assert.Contains(": This is not JSON: ", lines[0], StringComparison.Ordinal);
        Assert.Equal($"inquit: {removed}: There is no such file or folder. Check the name.", lines[1]);
        Assert.Equal(2, lines.Length);
        Assert.InRange(run.Output.Count(unit => unit == '\n'), 5000 + 1000 + 1, 9999);
        Assert.Contains("\"document\":\"z\"", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Adds inputs between two good ones to a ledger: those with a problem are named with it, in their order, and nothing else is said.</summary>
    /// <param name="added">How many articles the inputs give.</param>
    /// <param name="inputs">Each with how its problem begins, or the last part of it; null where nothing is wrong with it.</param>
    private void AddAll(int added, params (string Input, string? Problem)[] inputs)
    {
        var bad = inputs.Count(input => input.Problem is not null);
        var run = GiveAll(["add", "--allow-private", "--ledger", folder.PathOf("test.db")], inputs);
        Assert.StartsWith($"{added + 2} added, 0 corrected, 0 known, {bad} unread; ", run.Output);
    }

    /// <summary>Reads inputs between two good ones, and so on; gives what was written.</summary>
    private string ReadAll(int read, params (string Input, string? Problem)[] inputs)
    {
        var run = GiveAll(["read", "--allow-private", "--format", "jsonl"], inputs);
        Assert.Equal(read + 2, run.Output.Count(unit => unit == '\n'));
        return run.Output;
    }

    private (int Code, string Output, string Error) GiveAll(string[] command, (string Input, string? Problem)[] inputs)
    {
        TrainedEngine.RequireModels();
        var run = Run([.. command, folder.Write("first.txt", Good + " First."), .. inputs.Select(input => input.Input), folder.Write("last.txt", Good + " Last.")]);
        var bad = inputs.Where(input => input.Problem is not null).ToArray();
        var messages = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(bad.Length == messages.Length, run.Error);
        Assert.All(bad.Zip(messages), pair =>
        {
            Assert.StartsWith($"inquit: {pair.First.Input}", pair.Second);
            Assert.Contains(pair.First.Problem!, pair.Second, StringComparison.Ordinal);
        });
        Assert.Equal(bad.Length == 0 ? 0 : 1, run.Code);
        return run;
    }

    /// <summary>Runs the program.</summary>
    private (int Code, string Output, string Error) Run(IEnumerable<string> args)
    {
        string[] command = [.. runner, ExecutableTests.Program, .. args];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["INQUIT_MODELS"] = TrainedEngine.Folder;
        start.Environment["DOTNET_gcConcurrent"] = "0"; // what is free is given back before the limit is come to
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory.ToString("X", CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"It did not end within {Patience}.");
        }

        return (process.ExitCode, output.Result, error.Result.ReplaceLineEndings("\n"));
    }

    private static byte[] Pack(string words, int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var part = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(words, 1 << 16)));
            for (var written = 0L; written < length; written += part.Length)
            {
                gzip.Write(part);
            }
        }

        return packed.ToArray();
    }
}
