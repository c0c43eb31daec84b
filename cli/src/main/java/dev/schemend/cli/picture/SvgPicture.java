package dev.schemend.cli.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A picture as SVG: a box for each table, one above the other in columns; a table stands to the
 * right of those that it refers to. Colours and faces come from the page's style sheet.
 */
final class SvgPicture {

  /** The width of a character of a monospaced face of 12 pixels. */
  private static final double CHARACTER = 7.3;

  private static final int ROW = 18;
  private static final int HEAD = 24;
  private static final int PAD = 8;
  private static final int GAP_X = 90;
  private static final int GAP_Y = 24;

  /** A column of boxes that grows longer than this goes on beside itself. */
  private static final int COLUMN = 1400;

  private record Place(Box box, double x, double y, double width, double height) {
    double row(String name) {
      for (int i = 0; i < box.rows().size(); i++) {
        if (box.rows().get(i).name().equals(name)) {
          return y + HEAD + i * ROW + ROW / 2.0;
        }
      }
      return y + HEAD / 2.0;
    }
  }

  private final StringBuilder svg = new StringBuilder();
  private final Map<String, Place> places = new TreeMap<>();
  private double width;
  private double height;

  private SvgPicture() {}

  /** The element, to stand in a page. */
  static String of(Picture picture) {
    SvgPicture drawing = new SvgPicture();
    drawing.place(picture);
    drawing.open();
    picture.lines().forEach(drawing::line);
    drawing.places.values().forEach(drawing::box);
    return drawing.svg.append("</svg>").toString();
  }

  private void place(Picture picture) {
    Map<Integer, List<Box>> ranks = new TreeMap<>();
    Map<String, Integer> rank = ranks(picture);
    picture
        .boxes()
        .forEach(
            box -> ranks.computeIfAbsent(rank.get(box.name()), r -> new ArrayList<>()).add(box));
    double x = PAD;
    for (List<Box> column : ranks.values()) {
      double y = PAD;
      double widest = 0;
      for (Box box : column) {
        double tall = HEAD + box.rows().size() * ROW + (box.rows().isEmpty() ? 0 : PAD / 2.0);
        if (y > PAD && y + tall > COLUMN) {
          x += widest + GAP_X / 2.0;
          y = PAD;
          widest = 0;
        }
        double wide = width(box);
        places.put(box.name(), new Place(box, x, y, wide, tall));
        widest = Math.max(widest, wide);
        y += tall + GAP_Y;
        height = Math.max(height, y);
      }
      x += widest + GAP_X;
    }
    width = x;
  }

  /** How many tables stand to the left of each; a circle is cut where it is closed. */
  private static Map<String, Integer> ranks(Picture picture) {
    Map<String, List<String>> targets = new HashMap<>();
    picture
        .lines()
        .forEach(
            line -> targets.computeIfAbsent(line.from(), from -> new ArrayList<>()).add(line.to()));
    Map<String, Integer> ranks = new HashMap<>();
    picture.boxes().forEach(box -> rank(box.name(), targets, ranks, new HashSet<>()));
    return ranks;
  }

  private static int rank(
      String table,
      Map<String, List<String>> targets,
      Map<String, Integer> ranks,
      Set<String> under) {
    Integer known = ranks.get(table);
    if (known != null) {
      return known;
    }
    if (!under.add(table)) {
      return -1;
    }
    int rank = 0;
    for (String target : targets.getOrDefault(table, List.of())) {
      rank = Math.max(rank, rank(target, targets, ranks, under) + 1);
    }
    under.remove(table);
    ranks.put(table, rank);
    return rank;
  }

  private static double width(Box box) {
    int longest = heading(box).length() + 2;
    for (Box.Row row : box.rows()) {
      longest = Math.max(longest, left(row).length() + right(row).length() + 3);
    }
    return Math.max(120, longest * CHARACTER + 2 * PAD);
  }

  private static String heading(Box box) {
    return sign(box.mark()) + box.name() + (box.note().isEmpty() ? "" : " (" + box.note() + ")");
  }

  private static String left(Box.Row row) {
    return sign(row.mark()) + row.name() + (row.note().isEmpty() ? "" : "  " + row.note());
  }

  private static String right(Box.Row row) {
    return String.join(" ", row.keys()) + (row.keys().isEmpty() ? "" : " ") + row.type();
  }

  private static String sign(Mark mark) {
    return mark == Mark.SAME ? "" : mark.sign() + " ";
  }

  private void open() {
    add("<svg class=\"picture\" role=\"img\" aria-label=\"The tables that change\"");
    attribute("width", width);
    attribute("height", height);
    svg.append(" viewBox=\"0 0 ").append(number(width)).append(' ').append(number(height));
    svg.append("\" xmlns=\"http://www.w3.org/2000/svg\">");
  }

  private void box(Place place) {
    Box box = place.box();
    add("<g class=\"box " + css(box.mark()) + "\" data-search=\"" + Html.escaped(words(box)));
    add("\"><title>" + Html.escaped(heading(box)) + "</title><rect rx=\"4\"");
    attribute("x", place.x());
    attribute("y", place.y());
    attribute("width", place.width());
    attribute("height", place.height());
    add("/>");
    text("head", place.x() + PAD, place.y() + HEAD - PAD, false, heading(box));
    double y = place.y() + HEAD;
    for (Box.Row row : box.rows()) {
      add("<g class=\"row " + css(row.mark()) + "\">");
      text("name", place.x() + PAD, y + ROW - 5, false, left(row));
      text("type", place.x() + place.width() - PAD, y + ROW - 5, true, right(row));
      add("</g>");
      y += ROW;
    }
    add("</g>");
  }

  private static String words(Box box) {
    StringBuilder words = new StringBuilder(box.name());
    box.rows().forEach(row -> words.append(' ').append(row.name()));
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private void line(Line line) {
    Place from = places.get(line.from());
    Place to = places.get(line.to());
    boolean leftwards = to.x() + to.width() < from.x();
    double x1 = leftwards ? from.x() : from.x() + from.width();
    double y1 = from.row(line.fromColumn());
    double x2 = to.x() + to.width();
    double y2 = to.y() + HEAD / 2.0;
    double bend1 = leftwards ? x1 - GAP_X / 2.0 : x1 + GAP_X / 2.0;
    add("<path class=\"line " + css(line.mark()) + "\" d=\"M" + point(x1, y1) + " C");
    add(point(bend1, y1) + " " + point(x2 + GAP_X / 2.0, y2) + " " + point(x2, y2) + "\">");
    add("<title>" + Html.escaped(sign(line.mark()) + line.name()) + "</title></path>");
    add("<circle class=\"end " + css(line.mark()) + "\" r=\"3\"");
    attribute("cx", x2);
    attribute("cy", y2);
    add("/>");
  }

  private void text(String css, double x, double y, boolean atEnd, String text) {
    add("<text class=\"" + css + "\"" + (atEnd ? " text-anchor=\"end\"" : ""));
    attribute("x", x);
    attribute("y", y);
    add(">" + Html.escaped(text) + "</text>");
  }

  private void attribute(String name, double value) {
    svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  private void add(String markup) {
    svg.append(markup);
  }

  private static String point(double x, double y) {
    return number(x) + "," + number(y);
  }

  private static String number(double value) {
    return Long.toString(Math.round(value));
  }

  private static String css(Mark mark) {
    return mark == Mark.SAME ? "same" : mark.words();
  }
}
