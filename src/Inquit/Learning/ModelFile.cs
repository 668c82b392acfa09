using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Inquit.Learning;

/// <summary>
/// Named arrays and word lists: the form in which every trained model is kept. Little-endian; the magic "INQM", a version,
/// then for each part its name, element type, dimensions and data.
/// </summary>
public sealed class ModelFile
{
    private const int Version = 1;
    private static readonly byte[] Magic = "INQM"u8.ToArray();
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);

    private enum ElementType : byte
    {
        Float32 = 1,
        Float16 = 2,
        Int8 = 3,
        Int32 = 4,
        Strings = 5,
        UInt8 = 6,
    }

    /// <summary>Names of the parts, in ordinal order.</summary>
    public IEnumerable<string> Names => parts.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads a model file.</summary>
    /// <exception cref="ModelFormatException">It is no model file, is cut short, or has another version.</exception>
    public static ModelFile Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (!reader.ReadBytes(4).AsSpan().SequenceEqual(Magic))
            {
                throw new ModelFormatException("This is not an Inquit model file.");
            }

            var version = reader.ReadInt32();
            if (version != Version)
            {
                throw new ModelFormatException($"This model file has version {version}; this program reads version {Version}.");
            }

            var file = new ModelFile();
            var count = reader.ReadInt32();
            for (var i = 0; i < count; i++)
            {
                var name = ReadName(reader);
                var type = (ElementType)reader.ReadByte();
                var shape = new int[reader.ReadByte()];
                for (var d = 0; d < shape.Length; d++)
                {
                    shape[d] = reader.ReadInt32();
                }

                var length = reader.ReadInt32();
                if (length < 0 || !Fits(type, shape, length))
                {
                    throw new ModelFormatException($"Part '{name}' of the model file has a length that does not fit its type and dimensions.");
                }

                if (stream.CanSeek && length > stream.Length - stream.Position)
                {
                    throw new EndOfStreamException();
                }

                var data = GC.AllocateUninitializedArray<byte>(length);
                stream.ReadExactly(data);
                file.parts[name] = new Part(type, shape, data);
            }

            return file;
        }
        catch (EndOfStreamException cut)
        {
            throw new ModelFormatException("This model file is cut short.", cut);
        }
    }

    /// <summary>Writes the file; parts in ordinal order of their names, so that equal models are equal bytes.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(parts.Count);
        foreach (var name in Names)
        {
            var part = parts[name];
            writer.Write(name);
            writer.Write((byte)part.Type);
            writer.Write((byte)part.Shape.Length);
            foreach (var dimension in part.Shape)
            {
                writer.Write(dimension);
            }

            writer.Write(part.Data.Length);
            writer.Write(part.Data);
        }
    }

    /// <summary>The dimensions of a part.</summary>
    /// <exception cref="ModelFormatException">There is no such part.</exception>
    public IReadOnlyList<int> Shape(string name) => Get(name).Shape;

    /// <summary>A part of real numbers, whether kept in 32 or in 16 bits, row by row.</summary>
    /// <exception cref="ModelFormatException">There is no such part, or it holds something else.</exception>
    public float[] Floats(string name)
    {
        var part = Get(name);
        switch (part.Type)
        {
            case ElementType.Float32:
                return MemoryMarshal.Cast<byte, float>(part.Data).ToArray();
            case ElementType.Float16:
                var halves = MemoryMarshal.Cast<byte, Half>(part.Data);
                var floats = new float[halves.Length];
                for (var i = 0; i < floats.Length; i++)
                {
                    floats[i] = (float)halves[i]; // a plain loop, compiled ahead of time: see Quantization.Restore
                }

                return floats;
            default:
                throw new ModelFormatException($"Part '{name}' of the model file holds {part.Type}, not real numbers.");
        }
    }

    /// <summary>A part of 8-bit signed numbers.</summary>
    /// <exception cref="ModelFormatException">There is no such part, or it holds something else.</exception>
    public sbyte[] SBytes(string name) => MemoryMarshal.Cast<byte, sbyte>(Get(name, ElementType.Int8).Data).ToArray();

    /// <summary>A part of bytes.</summary>
    /// <exception cref="ModelFormatException">There is no such part, or it holds something else.</exception>
    public byte[] Bytes(string name) => Get(name, ElementType.UInt8).Data.ToArray();

    /// <summary>A part of 32-bit whole numbers.</summary>
    /// <exception cref="ModelFormatException">There is no such part, or it holds something else.</exception>
    public int[] Ints(string name) => MemoryMarshal.Cast<byte, int>(Get(name, ElementType.Int32).Data).ToArray();

    /// <summary>A part of strings.</summary>
    /// <exception cref="ModelFormatException">There is no such part, or it holds something else.</exception>
    public string[] Strings(string name)
    {
        var part = Get(name, ElementType.Strings);
        var strings = new string[part.Shape[0]];
        var rest = part.Data.AsSpan();
        for (var i = 0; i < strings.Length; i++)
        {
            if (rest.Length < 4)
            {
                throw new ModelFormatException($"The list '{name}' of the model file is cut short.");
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            if (length < 0 || length > rest.Length - 4)
            {
                throw new ModelFormatException($"The list '{name}' of the model file is cut short.");
            }

            strings[i] = Encoding.UTF8.GetString(rest.Slice(4, length));
            rest = rest[(4 + length)..];
        }

        return strings;
    }

    /// <summary>Adds or replaces a part of real numbers, kept in 32 bits, or in 16 where <paramref name="half"/> is set.</summary>
    public void SetFloats(string name, ReadOnlySpan<float> values, ReadOnlySpan<int> shape, bool half = false)
    {
        if (!half)
        {
            Set(name, ElementType.Float32, shape, values.Length, MemoryMarshal.AsBytes(values).ToArray());
            return;
        }

        var halves = new Half[values.Length];
        System.Numerics.Tensors.TensorPrimitives.ConvertToHalf(values, halves);
        Set(name, ElementType.Float16, shape, values.Length, MemoryMarshal.AsBytes<Half>(halves).ToArray());
    }

    /// <summary>Adds or replaces a part of 8-bit signed numbers.</summary>
    public void SetSBytes(string name, ReadOnlySpan<sbyte> values, ReadOnlySpan<int> shape) =>
        Set(name, ElementType.Int8, shape, values.Length, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>Adds or replaces a part of bytes.</summary>
    public void SetBytes(string name, ReadOnlySpan<byte> values, ReadOnlySpan<int> shape) =>
        Set(name, ElementType.UInt8, shape, values.Length, values.ToArray());

    /// <summary>Adds or replaces a part of 32-bit whole numbers.</summary>
    public void SetInts(string name, ReadOnlySpan<int> values, ReadOnlySpan<int> shape) =>
        Set(name, ElementType.Int32, shape, values.Length, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>Adds or replaces a list of strings.</summary>
    public void SetStrings(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var data = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var value in values)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            data.Write(length);
            data.Write(bytes);
        }

        Set(name, ElementType.Strings, [values.Count], values.Count, data.ToArray());
    }

    private static string ReadName(BinaryReader reader)
    {
        const int Longest = 1 << 10;
        int length = reader.ReadByte();
        length = length < 0x80 ? length : (length & 0x7F) | (reader.ReadByte() << 7);
        if (length > Longest)
        {
            throw new ModelFormatException("A part of the model file has a name that is none.");
        }

        var name = reader.ReadBytes(length);
        return name.Length == length ? Encoding.UTF8.GetString(name) : throw new EndOfStreamException();
    }

    /// <summary>Whether a part's length in bytes is that of its dimensions. Strings have one dimension and any length.</summary>
    private static bool Fits(ElementType type, ReadOnlySpan<int> shape, int length)
    {
        var bytes = type switch
        {
            ElementType.Float32 or ElementType.Int32 => 4L,
            ElementType.Float16 => 2L,
            ElementType.Int8 or ElementType.UInt8 => 1L,
            ElementType.Strings when shape.Length == 1 => 4L, // at the least: each says how long it is
            _ => -1L,
        };
        foreach (var dimension in shape)
        {
            bytes = bytes is < 0 or > int.MaxValue || dimension < 0 ? -1 : bytes * dimension;
        }

        return bytes == length || (type == ElementType.Strings && bytes >= 0 && bytes <= length);
    }

    private void Set(string name, ElementType type, ReadOnlySpan<int> shape, int count, byte[] data)
    {
        var product = 1;
        foreach (var dimension in shape)
        {
            product *= dimension;
        }

        if (product != count)
        {
            throw new ArgumentException($"Part '{name}' has {count} values but dimensions for {product}.", nameof(shape));
        }

        parts[name] = new Part(type, shape.ToArray(), data);
    }

    private Part Get(string name, ElementType? type = null)
    {
        if (!parts.TryGetValue(name, out var part))
        {
            throw new ModelFormatException($"The model file has no part '{name}'.");
        }

        return type is null || part.Type == type
            ? part
            : throw new ModelFormatException($"Part '{name}' of the model file holds {part.Type}, not {type}.");
    }

    private sealed record Part(ElementType Type, int[] Shape, byte[] Data);
}
