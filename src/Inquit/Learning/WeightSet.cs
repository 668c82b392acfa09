namespace Inquit.Learning;

/// <summary>The numbers of a network by name, each a matrix or a vector, as they are trained and kept.</summary>
internal abstract class WeightSet
{
    private readonly Dictionary<string, float[]> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> rounded = new(StringComparer.Ordinal);

    /// <summary>Names of all arrays, in the order in which they were added.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>The array of this name, row by row.</summary>
    public float[] this[string name] => values[name];

    /// <summary>The dimensions of an array.</summary>
    public IReadOnlyList<int> ShapeOf(string name) => shapes[name];

    /// <summary>Reads all arrays from a model file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="model">The model's name, for messages.</param>
    /// <exception cref="ModelFormatException">A part is missing or has other dimensions than the sizes call for.</exception>
    protected void Read(ModelFile file, string model)
    {
        foreach (var name in Names)
        {
            if (!file.Shape(name).SequenceEqual(shapes[name]))
            {
                throw new ModelFormatException(
                    $"Part '{name}' of the {model} model is {string.Join('×', file.Shape(name))}, not {string.Join('×', shapes[name])}.");
            }

            if (rounded.Contains(name))
            {
                Quantization.Restore(file.SBytes(name), file.Floats(name + ".scale"), values[name]);
            }
            else
            {
                file.Floats(name).CopyTo(values[name], 0);
            }
        }
    }

    /// <summary>Writes all arrays: in 16 bits a number, the rounded ones in 8 with a scale a row.</summary>
    protected void Write(ModelFile file)
    {
        foreach (var (name, array) in values)
        {
            if (rounded.Contains(name))
            {
                var (bytes, scales) = Quantization.Round(array, shapes[name][1]);
                file.SetSBytes(name, bytes, shapes[name]);
                file.SetFloats(name + ".scale", scales, [scales.Length]);
            }
            else
            {
                file.SetFloats(name, array, shapes[name], half: true);
            }
        }
    }

    /// <summary>Adds an array of zeros.</summary>
    protected void Add(string name, params int[] shape)
    {
        shapes[name] = shape;
        values[name] = new float[shape.Aggregate(1, (product, dimension) => product * dimension)];
    }

    /// <summary>Adds a matrix that is kept in 8 bits a number.</summary>
    protected void AddRounded(string name, int rows, int columns)
    {
        Add(name, rows, columns);
        rounded.Add(name);
    }
}
