namespace Inquit.App.Web.Parts;

/// <summary>The lines across a chart of counts: at round numbers, from 0 to the first that no count is above.</summary>
internal static class Scale
{
    private const int MostLines = 5;

    /// <summary>The numbers at which there are lines, from 0 up.</summary>
    public static IReadOnlyList<long> Of(long most)
    {
        var step = 1L;
        while (Lines(step) > MostLines)
        {
            // 1, 2, 5, 10, 20, 50, …
            step = step.ToString(System.Globalization.CultureInfo.InvariantCulture)[0] == '2' ? step / 2 * 5 : step * 2;
        }

        return [.. Enumerable.Range(0, (int)Lines(step) + 1).Select(line => line * step)];

        long Lines(long step) => Math.Max(1, (most + step - 1) / step);
    }
}
