using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// JSON files of prices, read a part at a time, as they may be hundreds of megabytes: AWS's offer files, answers of Azure's Retail Prices,
/// answers of Google's Cloud Billing Catalog; of the last two also an array of answers or of their rows.
/// </summary>
internal sealed class PriceJson(TextReader text) : PriceFile
{
    private const int Deepest = 32;
    private const string NoFormat =
        "It is JSON, but neither a price list of AWS (products, terms), nor answers of Azure's Retail Prices (Items) or of Google's Cloud Billing Catalog (skus).";

    private readonly AwsOffer _aws = new();
    private string? _format;

    public override string Format => _format ?? "JSON";

    public override IEnumerable<ListedPrice> Read()
    {
        using var reader = new JsonTextReader(text)
        {
            FloatParseHandling = FloatParseHandling.Decimal,
            DateParseHandling = DateParseHandling.None,
            MaxDepth = Deepest,
        };
        using var parts = Parts(reader).GetEnumerator();
        while (Next(parts))
        {
            var isAskedFor = parts.Current.Kind == PartKind.Product;
            foreach (var price in Prices(parts.Current))
            {
                isAskedFor = true;
                yield return price;
            }

            if (!isAskedFor)
            {
                Skip();
            }
        }

        if (_format is null)
        {
            throw new PriceFileException(NoFormat);
        }
    }

    private IEnumerable<ListedPrice> Prices(Part part)
    {
        switch (part.Kind)
        {
            case PartKind.Product:
                _format = "AWS price list, JSON";
                _aws.Product(part.Value);
                return [];
            case PartKind.Term:
                return _aws.Term(part.Value) is { } price ? [price] : [];
            case PartKind.Reserved:
                return _aws.Reserved(part.Value) is { } reserved ? [reserved] : [];
            case PartKind.Plan:
                _format = "AWS Savings Plans, JSON";
                return _aws.Plan(part.Value);
            case PartKind.Row when part.Value["armRegionName"] is not null:
                _format = "Azure retail prices, JSON";
                return AzureRetail.Prices(part.Value);
            case PartKind.Row when part.Value["skuId"] is not null:
                _format = "Google Cloud prices, JSON";
                return GoogleSku.Prices(part.Value);
            default:
                return [];
        }
    }

    private static bool Next(IEnumerator<Part> parts)
    {
        try
        {
            return parts.MoveNext();
        }
        catch (JsonReaderException e)
        {
            throw new PriceFileException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Line {e.LineNumber}, column {e.LinePosition}: it is not valid JSON."
                ),
                e
            );
        }
    }

    private IEnumerable<Part> Parts(JsonTextReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonToken.StartArray)
        {
            foreach (var row in Elements(reader))
            {
                foreach (var inner in Rows(row))
                {
                    yield return new Part(PartKind.Row, inner);
                }
            }
        }
        else
        {
            foreach (var name in Names(reader))
            {
                foreach (var part in Under(name, reader))
                {
                    yield return part;
                }
            }
        }
    }

    private IEnumerable<Part> Under(string name, JsonTextReader reader)
    {
        switch (name)
        {
            case "publicationDate":
                AsOf = Day(reader.ReadAsString());
                break;
            case "products":
                reader.Read();
                foreach (var product in Products(reader))
                {
                    yield return new Part(PartKind.Product, product);
                }

                break;
            case "terms":
                reader.Read();
                foreach (var part in Terms(reader))
                {
                    yield return part;
                }

                break;
            case "Items" or "skus":
                reader.Read();
                foreach (var row in Elements(reader))
                {
                    yield return new Part(PartKind.Row, row);
                }

                break;
            default:
                reader.Skip();
                break;
        }
    }

    // Files of services have their products by SKU, those of Savings Plans in a list.
    private static IEnumerable<JObject> Products(JsonTextReader reader)
    {
        if (reader.TokenType == JsonToken.StartArray)
        {
            foreach (var product in Elements(reader))
            {
                yield return product;
            }
        }
        else
        {
            foreach (var sku in Names(reader))
            {
                yield return Object(reader, sku);
            }
        }
    }

    // terms: kind of term, then SKU, then the terms of the SKU; Savings Plans in a list.
    private static IEnumerable<Part> Terms(JsonTextReader reader)
    {
        foreach (var kind in Names(reader))
        {
            switch (kind)
            {
                case "savingsPlan":
                    reader.Read();
                    foreach (var plan in Elements(reader))
                    {
                        yield return new Part(PartKind.Plan, plan);
                    }

                    break;
                case "OnDemand" or "Reserved":
                    reader.Read();
                    foreach (var term in TermsBySku(reader))
                    {
                        yield return new Part(
                            kind == "OnDemand" ? PartKind.Term : PartKind.Reserved,
                            term
                        );
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static IEnumerable<JObject> TermsBySku(JsonTextReader reader)
    {
        foreach (var sku in Names(reader))
        {
            reader.Read();
            foreach (var term in Names(reader))
            {
                yield return Object(reader, $"{sku}, {term}");
            }
        }
    }

    private static IEnumerable<JObject> Rows(JObject value) =>
        (value["Items"] ?? value["skus"]) is JArray rows ? rows.OfType<JObject>() : [value];

    // The reader stands on the start of an object, then on the name of each of its properties in turn.
    private static IEnumerable<string> Names(JsonTextReader reader)
    {
        if (reader.TokenType != JsonToken.StartObject)
        {
            yield break;
        }

        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            yield return (string)reader.Value!;
        }
    }

    private static IEnumerable<JObject> Elements(JsonTextReader reader)
    {
        if (reader.TokenType != JsonToken.StartArray)
        {
            yield break;
        }

        while (reader.Read() && reader.TokenType == JsonToken.StartObject)
        {
            yield return JObject.Load(reader);
        }
    }

    private static JObject Object(JsonTextReader reader, string name)
    {
        reader.Read();
        return reader.TokenType == JsonToken.StartObject
            ? JObject.Load(reader)
            : throw new PriceFileException(
                $"Line {reader.LineNumber.ToString(CultureInfo.InvariantCulture)}: {name} is no object."
            );
    }

    private enum PartKind
    {
        Product,
        Term,
        Reserved,
        Plan,
        Row,
    }

    private readonly record struct Part(PartKind Kind, JObject Value);
}
