using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Outlay.Faces.Tests;

/// <summary>Price lists: kept by the API or the command line, seen by both and on the page.</summary>
[Collection(CompanyTests.Name)]
public sealed class SamePricesTests(CompanyFixture company)
{
    private const string Head = "provider,region,item,list_unit_price,currency\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_that_one_face_keeps_every_face_shows_and_may_forget()
    {
        var put = await PutAsync("Our rates", Head + "AWS,eu-west-1,nat/hour,0.05,USD\n");
        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((long)(await BodyAsync(put))["prices"]!).ShouldBe(1);
        (await Prices()).Output.ShouldContain("Our rates");
        (await company.Client.GetStringAsync("optimization/prices", Token)).ShouldContain(
            "Our rates"
        );

        (await Prices("remove", "our rates")).ExitCode.ShouldBe(0);
        var gone = await company.Client.DeleteAsync("api/v1/price-lists/Our rates", Token);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_card_that_ships_is_printed_and_taken_back()
    {
        var card = await Prices("card");
        card.ExitCode.ShouldBe(0, card.Error);
        card.Output.ShouldBe(
            await company.Client.GetStringAsync("optimization/prices/card.csv", Token)
        );
        var file = Path.Combine(company.Data, "..", "card.csv");
        await File.WriteAllTextAsync(file, card.Output, Token);

        var kept = await Prices("import", file, "--name", "card");
        kept.ExitCode.ShouldBe(0, kept.Error);
        kept.Output.ShouldContain("prices kept of Outlay CSV");
        var list = JsonNode.Parse((await Prices("--json")).Output)!.AsArray().Single()!;
        ((string?)list["name"]).ShouldBe("card");
        (await company.Client.DeleteAsync("api/v1/price-lists/card", Token)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await Prices()).Output.ShouldStartWith("No price list is kept.");
    }

    [Fact]
    public async Task A_wrong_file_is_refused_with_its_row_by_every_face()
    {
        const string Text = Head + "AWS,eu-west-1,nat/hour,free,USD\n";
        var put = await PutAsync("bad", Text);
        put.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)(await BodyAsync(put))["detail"]).ShouldBe(
            "bad: Row 2: list_unit_price 'free' is not a number such as 0.0416."
        );

        var file = Path.Combine(company.Data, "..", "bad.csv");
        await File.WriteAllTextAsync(file, Text, Token);
        var import = await Prices("import", file);
        import.ExitCode.ShouldNotBe(0);
        import.Error.ShouldContain("bad.csv: Row 2");
        (await Prices("import", "/nowhere.csv")).Error.ShouldContain("/nowhere.csv does not exist");
        (await Prices("remove", "bad")).Error.ShouldContain("There is no price list bad.");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_keeps_nothing()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Head + "AWS,eu-west-1,nat/hour,0.05,USD\n"), "file", "x.csv" },
        };
        var answer = await company.Client.PostAsync("optimization/prices/lists", form, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldStartWith(
            "The form could not be trusted"
        );
        (await Prices()).Output.ShouldNotContain("x.csv");
    }

    private async Task<HttpResponseMessage> PutAsync(string name, string text)
    {
        using var body = new StringContent(text, Encoding.UTF8, "text/csv");
        return await company.Client.PutAsync($"api/v1/price-lists/{name}", body, Token);
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;

    private Task<CommandLine.Run> Prices(params string[] arguments) =>
        CommandLine.RunAsync(["prices", .. arguments, "--data", company.Data]);
}
