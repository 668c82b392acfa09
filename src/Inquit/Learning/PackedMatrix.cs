namespace Inquit.Learning;

/// <summary>
/// A matrix laid out for <see cref="VectorKernels.Multiply"/>: panels of a few columns, each panel row after row, the last
/// panel filled up with zeros.
/// </summary>
internal sealed unsafe class PackedMatrix
{
    private readonly AlignedBuffer data = new();

    /// <summary>Rows: the depth of the product.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns of the product.</summary>
    public int Columns { get; private set; }

    /// <summary>
    /// Packs the matrix whose value at row r and column c stands at <c>source[r * rowStride + c * columnStride]</c>;
    /// with the two strides exchanged, the transposed matrix.
    /// </summary>
    public void Pack(float* source, int rows, int columns, int rowStride, int columnStride)
    {
        var width = VectorKernels.Best.PanelWidth;
        Rows = rows;
        Columns = columns;
        var panels = (columns + width - 1) / width;
        var target = data.Reserve(panels * rows * width);
        for (var panel = 0; panel < panels; panel++)
        {
            var first = panel * width;
            var count = Math.Min(width, columns - first);
            for (var row = 0; row < rows; row++, target += width)
            {
                var from = source + ((long)row * rowStride) + ((long)first * columnStride);
                var column = 0;
                for (; column < count; column++)
                {
                    target[column] = from[(long)column * columnStride];
                }

                for (; column < width; column++)
                {
                    target[column] = 0;
                }
            }
        }
    }

    /// <summary>C = A·this, or C += A·this.</summary>
    public void Multiply(float* a, int strideA, int rows, float* c, int strideC, bool accumulate)
    {
        VectorKernels.Best.Multiply(a, strideA, rows, Rows, data.Pointer, Columns, c, strideC, accumulate);
        GC.KeepAlive(this);
    }
}
