using Inquit.Linguistics;
using Inquit.Text;
using Xunit;

namespace Inquit.Tests.Linguistics;

public unsafe class EntityLabelTests
{
    [Fact]
    public void A_name_cannot_start_with_its_inside()
    {
        // The single best label of the first token is the inside of a person; the best legal sequence begins one.
        var labels = Decode([[0, 4, 5], [0, 0, 6], [5, 0, 0]]);
        Assert.Equal([1, 2, 0], labels);
    }

    [Fact]
    public void Two_names_side_by_side_stay_two()
    {
        var mentions = new List<EntityMention>();
        EntityLabels.Collect([1, 2, 1, 0, 3, 4, 4], 10, mentions);
        Assert.Equal(
            [
                new EntityMention(new TokenRange(10, 12), EntityType.Person),
                new EntityMention(new TokenRange(12, 13), EntityType.Person),
                new EntityMention(new TokenRange(14, 17), EntityType.Organization),
            ],
            mentions);
    }

    private static byte[] Decode(float[][] scores)
    {
        var all = new float[scores.Length * HeadColumns.EntityLabels];
        Array.Fill(all, -9);
        for (var step = 0; step < scores.Length; step++)
        {
            scores[step].CopyTo(all, step * HeadColumns.EntityLabels);
        }

        var labels = new byte[scores.Length];
        fixed (float* start = all)
        {
            var rows = new nint[scores.Length];
            for (var step = 0; step < rows.Length; step++)
            {
                rows[step] = (nint)(start + (step * HeadColumns.EntityLabels));
            }

            EntityLabels.Decode(rows, labels);
        }

        return labels;
    }
}
