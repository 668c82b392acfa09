using Inquit.Learning;

namespace Inquit.Training.Language;

/// <summary>Products that the gradients of a linear layer need. Not thread-safe: one for each thread.</summary>
internal sealed unsafe class MatrixGradient
{
    private const int BlockRows = 256;
    private readonly AlignedBuffer transposed = new();
    private readonly PackedMatrix packed = new();

    /// <summary>
    /// target += xᵀ·y, where x has <paramref name="rows"/> rows of <paramref name="width"/> values and y as many rows of
    /// <paramref name="columns"/> values; target is <paramref name="width"/> × <paramref name="columns"/>.
    /// </summary>
    public void AddProduct(float* x, int strideX, int width, float* y, int strideY, int columns, int rows, float* target)
    {
        var buffer = transposed.Reserve(width * BlockRows);
        for (var start = 0; start < rows; start += BlockRows)
        {
            var count = Math.Min(BlockRows, rows - start);
            for (var row = 0; row < count; row++)
            {
                var from = x + ((long)(start + row) * strideX);
                for (var column = 0; column < width; column++)
                {
                    buffer[(column * BlockRows) + row] = from[column];
                }
            }

            packed.Pack(y + ((long)start * strideY), count, columns, strideY, 1);
            packed.Multiply(buffer, BlockRows, width, target, columns, accumulate: true);
        }
    }

    /// <summary>target += the sum of the rows of y.</summary>
    public static void AddRowSum(float* y, int strideY, int columns, int rows, float* target)
    {
        for (var row = 0; row < rows; row++)
        {
            VectorKernels.Best.AddScaled(target, y + ((long)row * strideY), 1, columns);
        }
    }
}
