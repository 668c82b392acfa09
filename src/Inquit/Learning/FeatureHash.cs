using System.Numerics;
using System.Runtime.CompilerServices;

namespace Inquit.Learning;

/// <summary>Mixes the values that a feature is made of into a 32-bit hash whose upper bits are well spread.</summary>
internal static class FeatureHash
{
    /// <summary>Adds <paramref name="value"/> to a hash under way. Not symmetric: the order of values counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, uint value) => BitOperations.RotateLeft((hash ^ value) * 0x9E3779B1u, 15);

    /// <summary>Ends a hash, so that every bit of the values bears on its upper bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint End(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        return hash * 0xC2B2AE35u;
    }
}
