package vn.nhipcho.local.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private static String html;

    @BeforeAll
    static void write() throws IOException {
        var out = new StringWriter();
        new HtmlPage(new Words(Language.VI)).write(AnyPage.page(), out);
        html = out.toString();
    }

    @Test
    void escapesEveryText() {
        assertThat(html)
                .doesNotContain("<script", "<x>", "<b>", "<i>", "<u>", "<T7>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .contains("Bảng &amp; &lt;b&gt;")
                .contains("&lt;T7&gt;");
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(html.replace("http://evil.example", ""))
                .doesNotContain("http:", "https:", "//", "@import", "url(", "src=", "href=", "<link");
    }

    @Test
    void repeatsTheBannerOnEveryPrintedPage() {
        assertThat(html)
                .contains("<thead><tr><td><div class=\"banner\">DỮ LIỆU MÔ PHỎNG</div></td></tr></thead>")
                .contains("@bottom-left { content: \"DỮ LIỆU MÔ PHỎNG\"");
    }

    @Test
    void writesNumbersAsInVietnamAndStatesInWords() {
        assertThat(html)
                .contains(">1,23 tỷ đồng<")
                .contains("<td class=\"number plain\">1,2<")
                .contains("<td class=\"number grey\">▼ 12,3%<span class=\"note\">dưới 30</span>")
                .contains("<td class=\"absent plain\">chưa có số liệu</td>")
                .contains("<td class=\"few plain\">dưới 5</td>");
    }

    @Test
    void drawsColumnsByTheirValues() {
        // 720 units wide for two columns, 120 high for the highest value.
        assertThat(html)
                .contains("<rect class=\"then\" x=\"72.0\" y=\"74.0\" width=\"216.0\" height=\"60.0\"/>")
                .contains("<rect class=\"now\" x=\"432.0\" y=\"14.0\" width=\"216.0\" height=\"120.0\"/>")
                .contains("y1=\"104.0\" y2=\"104.0\"")
                .contains(">100*</text>");
        assertThat(Pattern.compile("class=\"before\"").matcher(html).results()).hasSize(1);
    }
}
