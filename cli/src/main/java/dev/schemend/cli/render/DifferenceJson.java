package dev.schemend.cli.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.schemend.name.Identifier;
import dev.schemend.plan.TableDifference;
import java.util.Locale;

/** One difference of a table as JSON: what it is, and the names that it is about. */
final class DifferenceJson {

  private static final String NAME = "name";

  private DifferenceJson() {}

  static ObjectNode of(TableDifference difference) {
    return switch (difference) {
      case TableDifference.ColumnAdded added -> node("columnAdded", added.column().name());
      case TableDifference.ColumnDropped dropped -> node("columnDropped", dropped.column().name());
      case TableDifference.ColumnRenamed renamed ->
          renamed("columnRenamed", renamed.from(), renamed.to());
      case TableDifference.ColumnAltered altered -> {
        ObjectNode node = node("columnAltered", altered.to().name());
        ArrayNode aspects = node.putArray("aspects");
        altered.aspects().forEach(aspect -> aspects.add(words(aspect)));
        yield node;
      }
      case TableDifference.ColumnsReordered reordered -> {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("difference", "columnsReordered");
        ArrayNode from = node.putArray("from");
        reordered.from().forEach(column -> from.add(column.text()));
        ArrayNode to = node.putArray("to");
        reordered.to().forEach(column -> to.add(column.text()));
        yield node;
      }
      case TableDifference.ConstraintAdded added ->
          node("constraintAdded", added.constraint().name());
      case TableDifference.ConstraintDropped dropped ->
          node("constraintDropped", dropped.constraint().name());
      case TableDifference.ConstraintAltered altered ->
          node("constraintAltered", altered.to().name());
      case TableDifference.ConstraintRenamed renamed ->
          renamed("constraintRenamed", renamed.from().name(), renamed.to().name());
      case TableDifference.IndexAdded added -> node("indexAdded", added.index().name());
      case TableDifference.IndexDropped dropped -> node("indexDropped", dropped.index().name());
      case TableDifference.IndexAltered altered -> node("indexAltered", altered.to().name());
      case TableDifference.IndexRenamed renamed ->
          renamed("indexRenamed", renamed.from().name(), renamed.to().name());
      case TableDifference.OptionsChanged changed ->
          JsonNodeFactory.instance.objectNode().put("difference", "optionsChanged");
    };
  }

  private static String words(TableDifference.ColumnAspect aspect) {
    return aspect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode node(String difference, Identifier name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("difference", difference)
        .put(NAME, name.text());
  }

  private static ObjectNode renamed(String difference, Identifier from, Identifier to) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("difference", difference)
        .put("from", from.text())
        .put("to", to.text());
  }
}
