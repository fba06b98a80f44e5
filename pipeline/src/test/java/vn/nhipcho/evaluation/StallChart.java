package vn.nhipcho.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import vn.nhipcho.alert.AlertSettings;
import vn.nhipcho.simulation.SeasonSimulation;
import vn.nhipcho.simulation.SimulationConfig;

/**
 * Draws docs/stall-evaluation.svg: what each rule catches, until the season's end and in 60 days, against how many of its
 * alerts are false.
 */
final class StallChart {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final int SIDE = 400;
    private static final int NEXT = SIDE + 60;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c2571a", "#2e7d32");

    private StallChart() {}

    /** @param arguments the file to write, and seeds of seasons, at most three */
    public static void main(String[] arguments) throws Exception {
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1160 520" font-family="sans-serif" font-size="13">
                <rect width="1160" height="520" fill="#fff"/>
                <text x="70" y="28" font-size="16">Stalls caught, and alerts that are false</text>
                """);
        axes(svg, LEFT, "stalls caught until the season's end (right is better)");
        axes(svg, LEFT + NEXT, "stalls caught within 60 days (right is better)");
        for (int i = 1; i < arguments.length; i++) {
            var config =
                    SimulationConfig.upTo(Instant.parse("2026-07-01T00:00:00Z")).withSeed(Long.parseLong(arguments[i]));
            var evaluation = StallEvaluation.of(new SeasonSimulation(config), AlertSettings.standard(ZONE), ZONE);
            draw(svg, evaluation, LEFT, RuleScore::caughtEverShare, COLOURS.get(i - 1));
            draw(svg, evaluation, LEFT + NEXT, RuleScore::caughtShare, COLOURS.get(i - 1));
            legend(svg, arguments[i], i);
        }
        key(svg);
        Files.writeString(Path.of(arguments[0]), svg.append("</svg>\n"));
    }

    private static void draw(
            StringBuilder svg,
            StallEvaluation evaluation,
            int left,
            ToDoubleFunction<RuleScore> caught,
            String colour) {
        line(svg, evaluation.allFixed(), left, caught, colour, "");
        line(svg, evaluation.allQuiet(), left, caught, colour, " stroke-dasharray=\"5 4\"");
        for (int days : StallEvaluation.FIXED) {
            RuleScore score = evaluation.fixed(days);
            add(
                    svg,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n",
                    x(left, caught, score),
                    y(score),
                    colour);
        }
        RuleScore stalled = evaluation.stalled();
        add(
                svg,
                "<path d=\"M %.1f %.1f m 0 -9 l 9 9 l -9 9 l -9 -9 z\" fill=\"%s\" stroke=\"#fff\"/>%n",
                x(left, caught, stalled),
                y(stalled),
                colour);
    }

    private static void line(
            StringBuilder svg,
            List<RuleScore> scores,
            int left,
            ToDoubleFunction<RuleScore> caught,
            String colour,
            String dashes) {
        String points = scores.stream()
                .map(score -> String.format(Locale.ROOT, "%.1f,%.1f", x(left, caught, score), y(score)))
                .collect(Collectors.joining(" "));
        add(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s/>%n",
                points,
                colour,
                dashes);
    }

    private static void legend(StringBuilder svg, String seed, int place) {
        String colour = COLOURS.get(place - 1);
        int y = TOP + 24 * place;
        add(svg, "<rect x=\"962\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>%n", y - 11, colour);
        add(svg, "<text x=\"982\" y=\"%d\">season of seed %s</text>%n", y, seed);
    }

    private static void axes(StringBuilder svg, int left, String caught) {
        for (int percent = 0; percent <= 100; percent += 20) {
            int x = left + SIDE * percent / 100;
            int y = TOP + SIDE - SIDE * percent / 100;
            add(svg, "<path d=\"M %d %d h %d M %d %d v %d\" stroke=\"#ddd\"/>%n", left, y, SIDE, x, TOP, SIDE);
            add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d %%</text>%n", left - 8, y + 4, percent);
            add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d %%</text>%n", x, TOP + SIDE + 20, percent);
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                left + SIDE / 2,
                TOP + SIDE + 48,
                caught);
    }

    private static void key(StringBuilder svg) {
        svg.append("""
                <text transform="translate(18 250) rotate(-90)" text-anchor="middle">false alerts (down is better)</text>
                <path d="M 968 152 l 8 8 l -8 8 l -8 -8 z" fill="#555"/><text x="982" y="165">seller_stalled</text>
                <path d="M 958 190 h 20" stroke="#555" stroke-width="1.6"/><circle cx="968" cy="190" r="3.5" fill="#555"/>
                <text x="982" y="194">fixed 5 to 180 days;</text><text x="982" y="211">dots: 60, 45, 30, 14</text>
                <path d="M 958 232 h 20" stroke="#555" stroke-width="1.6" stroke-dasharray="5 4"/>
                <text x="982" y="236">the same that know</text><text x="982" y="253">seasons and shut shops</text>
                """);
    }

    private static double x(int left, ToDoubleFunction<RuleScore> caught, RuleScore score) {
        return left + SIDE * caught.applyAsDouble(score);
    }

    private static double y(RuleScore score) {
        return TOP + SIDE - SIDE * score.falseShare();
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
