using System.Reflection;
using Inquit.Ledger;
using Inquit.Reading;
using Xunit;

namespace Inquit.Tests;

public class PublicTypeTests
{
    private static IEnumerable<Type> Types => new[] { typeof(Article), typeof(ArticleReader), typeof(ILedger) }.SelectMany(type => type.Assembly.GetExportedTypes());

    [Fact]
    public void Public_types_do_not_change()
    {
        var wrong =
            from type in Types
            where !type.IsAssignableTo(typeof(Exception))
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            select $"{type.FullName}.{property.Name} can be set";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Public_types_show_no_field_that_can_be_set()
    {
        var wrong =
            from type in Types
            from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            where !field.IsInitOnly && !field.IsLiteral && !type.IsEnum
            select $"{type.FullName}.{field.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Public_classes_are_not_made_to_be_derived_from()
    {
        var wrong = Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).Select(type => type.FullName);
        Assert.Empty(wrong);
    }
}
