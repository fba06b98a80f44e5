package vn.nhipcho.local.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page of the preview in a browser: what its panels show, and what went wrong on it. */
final class PreviewPage implements AutoCloseable {
    /** No panel waits for its figures. */
    private static final String SETTLED = "() => { const panels = [...document.querySelectorAll('.panel')];"
            + " return panels.length > 0 && panels.every(p => ['done', 'empty', 'failed'].includes(p.dataset.state)); }";

    /**
     * Figures, rows, bars, words or a canvas with something painted on it; or that there is nothing to show, in words of
     * the panel's own, as of records that could not be used.
     */
    private static final String SHOWS_SOMETHING = """
            panel => {
              const nothing = panel.querySelector('.nothing');
              if (nothing) return !['chưa có số liệu', 'no data yet'].includes(nothing.textContent);
              if (panel.dataset.state !== 'done') return false;
              if (panel.querySelector('tbody tr, .bars li, .figure .value, .prose')) return true;
              const canvas = panel.querySelector('canvas');
              if (!canvas || !canvas.width || !canvas.height) return false;
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              const colours = new Set();
              for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3] > 200) colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
              return colours.size > 3;
            }""";

    private final Page page;
    private final String base;
    private final List<String> problems = new ArrayList<>();

    PreviewPage(Browser browser, String base, int width, int height) {
        this.base = base;
        this.page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(width, height).setLocale("vi-VN"));
        page.onConsoleMessage(message -> {
            if (Stream.of("error", "warning").anyMatch(message.type()::equals)) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                problems.add("asked " + request.url());
            }
        });
    }

    void open(String uid) {
        page.navigate(base + "/d/" + uid);
        settle();
    }

    void settle() {
        page.waitForFunction(SETTLED);
    }

    Page page() {
        return page;
    }

    /** Titles of panels that show nothing, with why. */
    List<String> silentPanels() {
        return page.querySelectorAll(".panel").stream()
                .filter(panel -> !(Boolean) panel.evaluate(SHOWS_SOMETHING))
                .map(panel -> panel.getAttribute("aria-label") + ": " + panel.getAttribute("data-state") + " "
                        + panel.querySelector(".body").innerText())
                .toList();
    }

    Locator panel(String title) {
        return page.locator(".panel[aria-label=\"" + title + "\"]");
    }

    boolean scrollsSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
    }

    /** Errors and warnings of the console, errors of scripts, and requests to elsewhere. */
    List<String> problems() {
        return problems;
    }

    @Override
    public void close() {
        page.close();
    }
}
