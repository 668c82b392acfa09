namespace Inquit.Training.Coreference;

/// <summary>Pairs rows with columns so that the sum of the values is greatest (Kuhn 1955; shortest augmenting paths, Jonker and Volgenant 1987).</summary>
internal static class Assignment
{
    /// <summary>The greatest sum of values of which no two share a row or column.</summary>
    public static double Best(double[,] values)
    {
        var (rows, columns) = (values.GetLength(0), values.GetLength(1));
        var size = Math.Max(rows, columns);
        var (rowPrice, columnPrice, rowOf) = (new double[size + 1], new double[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
        {
            Place(row, size, (r, c) => r <= rows && c <= columns ? -values[r - 1, c - 1] : 0, rowPrice, columnPrice, rowOf);
        }

        var sum = 0.0;
        for (var column = 1; column <= columns; column++)
        {
            sum += rowOf[column] <= rows ? values[rowOf[column] - 1, column - 1] : 0;
        }

        return sum;
    }

    /// <summary>Gives a row a column, moving others where that costs least. Rows and columns count from 1; column 0 holds the row that is placed.</summary>
    private static void Place(int row, int size, Func<int, int, double> cost, double[] rowPrice, double[] columnPrice, int[] rowOf)
    {
        var (least, before, isUsed) = (new double[size + 1], new int[size + 1], new bool[size + 1]);
        Array.Fill(least, double.PositiveInfinity);
        rowOf[0] = row;
        var column = 0;
        while (rowOf[column] != 0)
        {
            isUsed[column] = true;
            var (at, step, next) = (rowOf[column], double.PositiveInfinity, 0);
            for (var other = 1; other <= size; other++)
            {
                if (isUsed[other])
                {
                    continue;
                }

                var reduced = cost(at, other) - rowPrice[at] - columnPrice[other];
                (least[other], before[other]) = reduced < least[other] ? (reduced, column) : (least[other], before[other]);
                (step, next) = least[other] < step ? (least[other], other) : (step, next);
            }

            for (var other = 0; other <= size; other++)
            {
                if (isUsed[other])
                {
                    rowPrice[rowOf[other]] += step;
                    columnPrice[other] -= step;
                }
                else
                {
                    least[other] -= step;
                }
            }

            column = next;
        }

        for (; column != 0; column = before[column])
        {
            rowOf[column] = rowOf[before[column]];
        }
    }
}
