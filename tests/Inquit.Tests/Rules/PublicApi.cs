using System.Globalization;
using System.Reflection;
using System.Text;

namespace Inquit.Tests;

/// <summary>The public types and members of an assembly as text, a line each, in ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Kind(type)} {type.Namespace}.{Name(type)}\n");
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.GetMethod("<Clone>$") is not null ? "record"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : "class";

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Select(value => string.Create(CultureInfo.InvariantCulture, $"{value} = {Convert.ToInt64(value, CultureInfo.InvariantCulture)}"));
        }

        var constructors = type.GetConstructors(Declared).Select(constructor => $"new({Parameters(constructor)})");
        var fields = type.GetFields(Declared).Select(field => $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}");
        var properties = type.GetProperties(Declared).Select(property =>
            $"{Static(property.GetMethod?.IsStatic)}{Name(property.PropertyType)} {property.Name}{(property.SetMethod is { IsPublic: true } ? " { get; init; }" : " { get; }")}");
        var methods = type.GetMethods(Declared)
            .Where(method => (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsWrittenByTheCompiler(method))
            .Select(method => $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})");
        return constructors.Concat(fields).Concat(properties).Concat(methods);
    }

    private static bool IsWrittenByTheCompiler(MethodInfo method) =>
        method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) || method.Name.StartsWith('<');

    private static string Static(bool? isStatic) => isStatic == true ? "static " : string.Empty;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "null") : "")}"));

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        var name = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." + type.Name : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
