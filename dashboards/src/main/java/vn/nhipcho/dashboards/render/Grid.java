package vn.nhipcho.dashboards.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.nhipcho.dashboards.layout.Panel;

/** Gives panels their places in Grafana's grid of 24 columns, from left to right and top to bottom. */
final class Grid {
    private static final int COLUMNS = 24;

    private int x;
    private int y;
    private int bottom;
    private int underLast;
    private int widthOfLast;

    /** The whole width, for the title of a row. */
    ObjectNode title() {
        newLine();
        ObjectNode place = place(0, y, COLUMNS, 1);
        bottom = ++y;
        return place;
    }

    ObjectNode place(Panel panel) {
        int width = PanelTypes.width(panel);
        int height = PanelTypes.height(panel);
        if (panel.isBelow()) {
            int left = x - widthOfLast;
            ObjectNode below = place(left, underLast, width, height);
            widthOfLast = width;
            underLast += height;
            x = left + width;
            bottom = Math.max(bottom, underLast);
            return below;
        }
        if (x + width > COLUMNS) {
            newLine();
        }
        ObjectNode beside = place(x, y, width, height);
        x += width;
        widthOfLast = width;
        underLast = y + height;
        bottom = Math.max(bottom, underLast);
        return beside;
    }

    void newLine() {
        x = 0;
        y = bottom;
    }

    private static ObjectNode place(int x, int y, int width, int height) {
        return Json.object().put("x", x).put("y", y).put("w", width).put("h", height);
    }
}
