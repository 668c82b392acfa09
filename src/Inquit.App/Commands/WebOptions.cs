using System.CommandLine;
using Inquit.Reading.Fetching;

namespace Inquit.App.Commands;

/// <summary>The options of commands that fetch from the web.</summary>
internal sealed class WebOptions
{
    /// <summary>The environment variable that names the contact where <c>--contact</c> does not.</summary>
    public const string ContactVariable = "INQUIT_CONTACT";

    /// <summary>Where those who run servers reach the user.</summary>
    public Option<string?> Contact { get; } = new("--contact")
    {
        Description = $"Your address, on the web or of mail, which is shown to the servers that are asked. [default: {ContactVariable}]",
        HelpName = "ADDRESS",
        CustomParser = given =>
        {
            try
            {
                return new FetchOptions { Contact = given.Tokens.Single().Value }.Contact;
            }
            catch (ArgumentException)
            {
                given.AddError("--contact takes an address, as https://example.org/about or news@example.org.");
                return null;
            }
        },
    };

    /// <summary>Whether servers of one's own network may be asked.</summary>
    public Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "Also fetch from addresses of your own network and machine." };

    /// <summary>Who fetches. The caller disposes of it.</summary>
    /// <exception cref="BrokenEnvironmentException">The environment's contact is none.</exception>
    public WebFetcher Fetcher(ParseResult parsed) => new(Read(parsed));

    /// <summary>How it is fetched.</summary>
    /// <exception cref="BrokenEnvironmentException">The environment's contact is none.</exception>
    public FetchOptions Read(ParseResult parsed)
    {
        try
        {
            return new FetchOptions
            {
                AllowPrivate = parsed.GetValue(AllowPrivate),
                Contact = parsed.GetValue(Contact) ?? Environment.GetEnvironmentVariable(ContactVariable),
            };
        }
        catch (ArgumentException)
        {
            throw new BrokenEnvironmentException($"{ContactVariable} holds no address, as https://example.org/about or news@example.org.");
        }
    }
}
