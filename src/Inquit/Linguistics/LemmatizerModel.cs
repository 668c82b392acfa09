using Inquit.Learning;

namespace Inquit.Linguistics;

/// <summary>What a trained lemmatizer knows, as its model file keeps it.</summary>
/// <param name="Tags">Pairs of tags, the most frequent first; other parts name them by index.</param>
/// <param name="Rules">Rules; other parts name them by index.</param>
/// <param name="Forms">Forms of the table, each once, in ordinal order.</param>
/// <param name="Entries">What the table says of a form under a pair of tags, ordered by form.</param>
/// <param name="Suffixes">The decision list: the rule for an ending under a pair of tags and a letter case.</param>
internal sealed record LemmatizerModel(
    (UniversalPos Upos, string Xpos)[] Tags,
    LemmaRule[] Rules,
    string[] Forms,
    (int Form, byte Tag, int Rule)[] Entries,
    (byte Tag, LetterCase Case, string Text, int Rule)[] Suffixes)
{
    /// <summary>Characters of the longest form of the table.</summary>
    public int LongestForm
    {
        get
        {
            var longest = 0;
            foreach (var form in Forms)
            {
                longest = Math.Max(longest, form.Length);
            }

            return longest;
        }
    }

    /// <summary>Reads the parts of a model file.</summary>
    /// <exception cref="ModelFormatException">A part is missing, or the parts do not fit each other.</exception>
    public static LemmatizerModel From(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var upos = file.Bytes("tag.upos");
        var xpos = file.Strings("tag.xpos");
        var casing = file.Bytes("rule.casing");
        var strip = file.Bytes("rule.strip");
        var append = file.Strings("rule.append");
        var forms = file.Strings("form");
        var entriesOfForm = file.Bytes("form.entries");
        var entryTag = file.Bytes("entry.tag");
        var entryRule = file.Ints("entry.rule");
        var suffixTag = file.Bytes("suffix.tag");
        var suffixCase = file.Bytes("suffix.case");
        var suffixText = file.Strings("suffix.text");
        var suffixRule = file.Ints("suffix.rule");
        // Loops, not queries: this runs at each start of the program, before any of it is compiled well.
        Require(upos.Length == xpos.Length && AreBelow(upos, (byte)UniversalPos.VERB + 1), "tag");
        Require(casing.Length == strip.Length && casing.Length == append.Length && AreBelow(casing, (byte)LemmaCasing.Replace + 1), "rule");
        Require(forms.Length == entriesOfForm.Length && Sum(entriesOfForm) == entryTag.Length
            && entryTag.Length == entryRule.Length && AreBelow(entryTag, upos.Length) && AreBelow(entryRule, casing.Length), "entry");
        Require(suffixTag.Length == suffixCase.Length && suffixTag.Length == suffixText.Length
            && suffixTag.Length == suffixRule.Length && AreBelow(suffixTag, upos.Length)
            && AreBelow(suffixCase, LetterCases.Count) && AreBelow(suffixRule, casing.Length), "suffix");

        var tags = new (UniversalPos, string)[upos.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = ((UniversalPos)upos[i], xpos[i]);
        }

        var rules = new LemmaRule[casing.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = new LemmaRule((LemmaCasing)casing[i], strip[i], append[i]);
        }

        var entries = new (int, byte, int)[entryTag.Length];
        for (int form = 0, entry = 0; form < forms.Length; form++)
        {
            for (var end = entry + entriesOfForm[form]; entry < end; entry++)
            {
                entries[entry] = (form, entryTag[entry], entryRule[entry]);
            }
        }

        var suffixes = new (byte, LetterCase, string, int)[suffixTag.Length];
        for (var i = 0; i < suffixes.Length; i++)
        {
            suffixes[i] = (suffixTag[i], (LetterCase)suffixCase[i], suffixText[i], suffixRule[i]);
        }

        return new LemmatizerModel(tags, rules, forms, entries, suffixes);
    }

    /// <summary>Writes the parts to a model file.</summary>
    public ModelFile ToFile()
    {
        var entriesOfForm = new byte[Forms.Length];
        foreach (var entry in Entries)
        {
            entriesOfForm[entry.Form]++;
        }

        var file = new ModelFile();
        file.SetBytes("tag.upos", [.. Tags.Select(tag => (byte)tag.Upos)], [Tags.Length]);
        file.SetStrings("tag.xpos", [.. Tags.Select(tag => tag.Xpos)]);
        file.SetBytes("rule.casing", [.. Rules.Select(rule => (byte)rule.Casing)], [Rules.Length]);
        file.SetBytes("rule.strip", [.. Rules.Select(rule => checked((byte)rule.Strip))], [Rules.Length]);
        file.SetStrings("rule.append", [.. Rules.Select(rule => rule.Append)]);
        file.SetStrings("form", Forms);
        file.SetBytes("form.entries", entriesOfForm, [Forms.Length]);
        file.SetBytes("entry.tag", [.. Entries.Select(entry => entry.Tag)], [Entries.Length]);
        file.SetInts("entry.rule", [.. Entries.Select(entry => entry.Rule)], [Entries.Length]);
        file.SetBytes("suffix.tag", [.. Suffixes.Select(suffix => suffix.Tag)], [Suffixes.Length]);
        file.SetBytes("suffix.case", [.. Suffixes.Select(suffix => (byte)suffix.Case)], [Suffixes.Length]);
        file.SetStrings("suffix.text", [.. Suffixes.Select(suffix => suffix.Text)]);
        file.SetInts("suffix.rule", [.. Suffixes.Select(suffix => suffix.Rule)], [Suffixes.Length]);
        return file;
    }

    private static bool AreBelow(byte[] values, int limit)
    {
        foreach (var value in values)
        {
            if (value >= limit)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreBelow(int[] values, int limit)
    {
        foreach (var value in values)
        {
            if ((uint)value >= (uint)limit)
            {
                return false;
            }
        }

        return true;
    }

    private static int Sum(byte[] counts)
    {
        var sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    private static void Require(bool holds, string part)
    {
        if (!holds)
        {
            throw new ModelFormatException($"The '{part}' parts of the lemmatizer's model file do not fit each other.");
        }
    }
}
