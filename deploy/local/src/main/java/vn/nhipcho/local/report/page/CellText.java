package vn.nhipcho.local.report.page;

/** What stands in a cell for people who read. */
final class CellText {
    private final Words words;
    private final Formats formats;

    CellText(Words words) {
        this.words = words;
        this.formats = new Formats(words);
    }

    String of(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER -> formats.number(cell.amount(), cell.unit());
            case TEXT, UNIT -> cell.text();
            case ABSENT -> words.of("cell.absent");
            case FEW -> words.of("cell.few");
            case NONE -> "–";
        };
    }

    /** Beside numbers that are neither rounded nor divided. */
    String exact(Cell cell) {
        return cell.kind() == Cell.Kind.UNIT ? cell.note() : of(cell);
    }

    /** The note with the word of the state. */
    String note(Cell cell) {
        if (cell.kind() == Cell.Kind.UNIT) {
            return "";
        }
        String state = cell.state() == State.PLAIN
                ? ""
                : words.of("state." + cell.state().name());
        return cell.note().isEmpty() || state.isEmpty() ? cell.note() + state : cell.note() + "; " + state;
    }

    /** The title with the unit that people read. */
    String title(Column column) {
        return column.unit() == null ? column.title() : column.title() + " (" + unit(column.unit()) + ")";
    }

    /** The title with the unit that values have which are neither rounded nor divided. */
    String exactTitle(Column column) {
        return column.unit() == null
                ? column.title()
                : column.title() + " (" + words.of("unit.exact." + column.unit().name()) + ")";
    }

    String unit(Unit unit) {
        return words.of("unit." + unit.name());
    }
}
