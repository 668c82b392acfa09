namespace Inquit.Linguistics;

/// <summary>What a <see cref="LemmaRule"/> does to the letters that it keeps of a form.</summary>
internal enum LemmaCasing : byte
{
    /// <summary>Writes them small.</summary>
    Lower,

    /// <summary>Leaves them as they are.</summary>
    Keep,

    /// <summary>Writes the first as a capital and the others small.</summary>
    Title,

    /// <summary>Writes them as capitals.</summary>
    Upper,

    /// <summary>Leaves out commas ("67,609" has the lemma "67609").</summary>
    Ungroup,

    /// <summary>Keeps none of them: the appended text is the whole lemma ("is", "be").</summary>
    Replace,
}

/// <summary>
/// How a lemma is made of a form: what happens to its letter case, how many characters fall off its end, what comes in
/// their place. "Lower, 3, y" makes "study" of "Studies".
/// </summary>
/// <remarks>
/// To learn such rules instead of lemmas makes lemmatization a classification: Chrupała, "Simple Data-Driven
/// Context-Sensitive Lemmatization" (2006). Letter case apart from the edit: Straka, "UDPipe 2.0 Prototype at CoNLL 2018
/// UD Shared Task" (2018).
/// </remarks>
/// <param name="Casing">What happens to the letters that stay.</param>
/// <param name="Strip">Characters that fall off the end.</param>
/// <param name="Append">What is put at the end, as it stands.</param>
internal readonly record struct LemmaRule(LemmaCasing Casing, int Strip, string Append)
{
    private static readonly LemmaCasing[] Preferred = [LemmaCasing.Lower, LemmaCasing.Keep, LemmaCasing.Title, LemmaCasing.Upper];
    private static readonly LemmaCasing[] PreferredForNumbers = [LemmaCasing.Ungroup, .. Preferred];

    /// <summary>The rule that makes <paramref name="lemma"/> of <paramref name="form"/>.</summary>
    public static LemmaRule Between(string form, string lemma)
    {
        var shared = 0;
        while (shared < Math.Min(form.Length, lemma.Length)
            && char.ToLowerInvariant(form[shared]) == char.ToLowerInvariant(lemma[shared]))
        {
            shared++;
        }

        var buffer = new char[form.Length + lemma.Length];
        foreach (var casing in form.Length > 0 && char.IsAsciiDigit(form[0]) ? PreferredForNumbers : Preferred)
        {
            var rule = casing == LemmaCasing.Ungroup
                ? new LemmaRule(casing, 0, string.Empty)
                : new LemmaRule(casing, form.Length - shared, lemma[shared..]);
            if (shared > 0 && buffer.AsSpan(0, rule.Apply(form, buffer)).SequenceEqual(lemma))
            {
                return rule;
            }
        }

        return new LemmaRule(LemmaCasing.Replace, 0, lemma);
    }

    /// <summary>Writes the lemma of <paramref name="form"/> to <paramref name="lemma"/>, which must have room for the form
    /// and <see cref="Append"/>, and returns its length; 0 where the form is too short for this rule.</summary>
    public int Apply(ReadOnlySpan<char> form, Span<char> lemma)
    {
        if (Casing == LemmaCasing.Replace)
        {
            Append.CopyTo(lemma);
            return Append.Length;
        }

        if (form.Length < Strip)
        {
            return 0;
        }

        var kept = form[..^Strip];
        var length = kept.Length;
        switch (Casing)
        {
            case LemmaCasing.Lower:
                kept.ToLowerInvariant(lemma);
                break;
            case LemmaCasing.Upper:
                kept.ToUpperInvariant(lemma);
                break;
            case LemmaCasing.Title:
                kept.ToLowerInvariant(lemma);
                if (length > 0)
                {
                    lemma[0] = char.ToUpperInvariant(lemma[0]);
                }

                break;
            case LemmaCasing.Ungroup:
                length = 0;
                foreach (var c in kept)
                {
                    if (c != ',')
                    {
                        lemma[length++] = c;
                    }
                }

                break;
            default:
                kept.CopyTo(lemma);
                break;
        }

        Append.CopyTo(lemma[length..]);
        return length + Append.Length;
    }
}
