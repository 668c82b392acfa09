using System.Globalization;
using Inquit.Reading.Feeds;
using Xunit;

namespace Inquit.Tests;

public class FeedDateTests
{
    [Theory]
    [InlineData("2003", "2003-01-01T00:00:00")]
    [InlineData("2003-12", "2003-12-01T00:00:00")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00")]
    [InlineData("20031231", "2003-12-31T00:00:00")]
    [InlineData("2003/12/31 10:14", "2003-12-31T10:14:00")]
    [InlineData("2003-335", "2003-12-01T00:00:00")]
    [InlineData("2004366", "2004-12-31T00:00:00")]
    [InlineData("2004-W53-6", "2005-01-01T00:00:00")]
    [InlineData("2003-12-31T10:14Z", "2003-12-31T10:14:00")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55")]
    [InlineData("2003-12-31t10:14:55.25z", "2003-12-31T10:14:55.25")]
    [InlineData("2003-12-31T10:14:55-08:00", "2003-12-31T18:14:55")]
    [InlineData("2003-12-31T10:14:55+0530", "2003-12-31T04:44:55")]
    [InlineData("2003-12-31T10:14:55+02", "2003-12-31T08:14:55")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55")]
    [InlineData("2003-12-31 10:14:55", "2003-12-31T10:14:55")]
    [InlineData("2003-12-31 10:14:55.7 EST", "2003-12-31T15:14:55.7")]
    [InlineData("2003-12-31T24:00:00Z", "2004-01-01T00:00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00")]
    public void Iso_8601(string written, string utc) => Is(utc, written);

    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT")]
    [InlineData("Thu, 1 Jan 2004 19:48:21 UT")]
    [InlineData("Thu, 01 Jan 04 19:48:21 Z")]
    [InlineData("01 Jan 2004 19:48:21 +0000")]
    [InlineData("Thu, 01 Jan 2004 14:48:21 EST")]
    [InlineData("Thu, 01 Jan 2004 14:48:21 -0500 (EST)")]
    [InlineData("Thu, 01 Jan 2004 20:48:21 CET")]
    [InlineData("Thu, 01 Jan 2004 21:48:21 GMT+2")]
    [InlineData("Thu, 01 Jan 2004 21:48:21 UTC+02:00")]
    [InlineData("Thu, 01 Jan 2004 21:48:21+0200")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 XYZ")]
    [InlineData("Thursday, 1st January 2004 19:48:21")]
    [InlineData("Thu Jan  1 19:48:21 2004")]
    [InlineData("Thu Jan 1 19:48:21 GMT 2004")]
    [InlineData("Thu Jan 01 11:48:21 PST 2004")]
    [InlineData("January 1, 2004 7:48:21 pm")]
    [InlineData("Jan 1, 2004, 2:48:21 P.M. EST")]
    [InlineData("01-Jan-2004 19:48:21")]
    [InlineData("Thu, 01-Jan-04 19:48:21 GMT")]
    [InlineData("Thu,01 Jan 2004 19:48:21 GMT")]
    [InlineData("\n Thu, 01 Jan 2004 19:48:21 GMT ")]
    public void Rfc_822_and_near_to_it(string written) => Is("2004-01-01T19:48:21", written);

    [Theory]
    [InlineData("Thu, 01 Jan 2004", "2004-01-01T00:00:00")]
    [InlineData("May 14, 2024", "2024-05-14T00:00:00")]
    [InlineData("1 May 99 12:30 am", "1999-05-01T00:30:00")]
    public void Days(string written, string utc) => Is(utc, written);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1/2/2004")]
    [InlineData("2003-02-30")]
    [InlineData("2003-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("31 Feb 2004 10:00")]
    [InlineData("2004-01-01T25:00:00Z")]
    [InlineData("2004-01-01T10:61:00Z")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    [InlineData("9999-12-31T23:00:00-05:00")]
    [InlineData("2004-01-01T10:00:00.99999999999999999999999999999999999999999999999999999999999999999999Z")]
    [InlineData("99999999999999999999999999")]
    [InlineData("Jan Feb Mar")]
    [InlineData("-1 Jan 2004")]
    public void What_is_no_time(string written) => Assert.Null(FeedDate.Parse(written));

    private static void Is(string utc, string written) =>
        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), FeedDate.Parse(written));
}
