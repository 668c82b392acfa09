using Inquit.Ledger;
using Parquet;
using Parquet.Schema;

namespace Inquit.App.Formats;

/// <summary>Statements as a file of Apache Parquet, a row each, with the columns of <see cref="StatementColumns"/>: texts, dates and doubles, none of them required.</summary>
internal static class ParquetFormat
{
    private const int RowsInGroup = 20_000;

    /// <summary>Writes the file.</summary>
    /// <param name="output">Where it is written; it must know its position.</param>
    /// <param name="found">The statements. Those of one group of rows are in memory.</param>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<FoundStatement> found)
    {
        var columns = StatementColumns.All.Select(column => (Field: new DataField(column.Name, column.Type, isNullable: true), column.Value, column.Type)).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(column => column.Field)), output, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = System.IO.Compression.CompressionLevel.Fastest });
        await foreach (var rows in found.Chunk(RowsInGroup))
        {
            using var group = writer.CreateRowGroup();
            foreach (var (field, value, type) in columns)
            {
                var values = rows.Select(value);
                await (type == typeof(string) ? group.WriteAsync(field, [.. values.Cast<string>()])
                    : type == typeof(DateOnly) ? group.WriteAsync<DateOnly>(field, values.Cast<DateOnly?>().ToArray())
                    : group.WriteAsync<double>(field, values.Cast<double?>().ToArray()));
            }
        }
    }
}
