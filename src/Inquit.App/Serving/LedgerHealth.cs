using System.Data.Common;
using Inquit.Ledger;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Inquit.App.Serving;

/// <summary>Whether the ledger answers.</summary>
internal sealed class LedgerHealth(ILedger ledger) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await ledger.ContainsAsync(string.Empty, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is DbException or LedgerException)
        {
            return HealthCheckResult.Unhealthy("The ledger does not answer.");
        }
    }
}
