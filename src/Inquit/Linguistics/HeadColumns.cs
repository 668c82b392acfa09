namespace Inquit.Linguistics;

/// <summary>Where each output stands in a row of the heads; blocks start at multiples of 16.</summary>
internal sealed class HeadColumns
{
    /// <summary>Labels of the entity recognizer: outside, then beginning and inside of each type.</summary>
    public const int EntityLabels = 11;

    /// <summary>Universal tags.</summary>
    public const int UposTags = 17;

    /// <summary>Lays out the columns.</summary>
    public HeadColumns(int xposTags, LanguageSizes sizes)
    {
        Xpos = UposTags;
        XposTags = xposTags;
        Entity = Xpos + xposTags;
        Dependent = Align(Entity + EntityLabels);
        Head = Dependent + sizes.Arc;
        LabelDependent = Head + sizes.Arc;
        LabelHead = LabelDependent + sizes.Label;
        Width = Align(LabelHead + sizes.Label);
    }

    /// <summary>First column of the Penn tags; the universal ones start at 0.</summary>
    public int Xpos { get; }

    /// <summary>Penn tags.</summary>
    public int XposTags { get; }

    /// <summary>First column of the entity labels.</summary>
    public int Entity { get; }

    /// <summary>First column of the vector as dependent of an arc.</summary>
    public int Dependent { get; }

    /// <summary>First column of the vector as head of an arc.</summary>
    public int Head { get; }

    /// <summary>First column of the dependent's part of the relation's hidden layer.</summary>
    public int LabelDependent { get; }

    /// <summary>First column of the head's part of the relation's hidden layer.</summary>
    public int LabelHead { get; }

    /// <summary>Columns in all.</summary>
    public int Width { get; }

    private static int Align(int column) => (column + 15) / 16 * 16;
}
