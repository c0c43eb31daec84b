package dev.schemend.collect;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An immutable sorted map whose versions share structure: a height-balanced (AVL) tree with path
 * copying.
 *
 * <p>Look-up, insertion and removal take O(log n) time, and a new version O(log n) new nodes;
 * iteration is in key order. Keys are compared by their natural order, which must agree with
 * equals.
 */
@SuppressWarnings(
    "ReferenceEquality") // shared structure is recognised by identity: that is its gain
public final class PersistentSortedMap<K extends Comparable<? super K>, V>
    implements Iterable<Map.Entry<K, V>> {

  private static final PersistentSortedMap<?, ?> EMPTY = new PersistentSortedMap<>(null, 0);

  private final Node<K, V> root;
  private final int size;

  private PersistentSortedMap(Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  private record Node<K, V>(K key, V value, Node<K, V> left, Node<K, V> right, int height) {}

  /** The map without entries. */
  @SuppressWarnings("unchecked") // holds nothing, so it is a map of any type
  public static <K extends Comparable<? super K>, V> PersistentSortedMap<K, V> empty() {
    return (PersistentSortedMap<K, V>) EMPTY;
  }

  /** How many entries there are. */
  public int size() {
    return size;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The value of {@code key}. */
  public Optional<V> get(K key) {
    Node<K, V> node = root;
    while (node != null) {
      int order = key.compareTo(node.key);
      if (order == 0) {
        return Optional.of(node.value);
      }
      node = order < 0 ? node.left : node.right;
    }
    return Optional.empty();
  }

  /** Whether {@code key} has a value. */
  public boolean containsKey(K key) {
    return get(key).isPresent();
  }

  /** This map with {@code key} bound to {@code value}; this very map where it already is. */
  public PersistentSortedMap<K, V> with(K key, V value) {
    Objects.requireNonNull(value, "value");
    Optional<V> present = get(key);
    if (present.isPresent() && present.get() == value) {
      return this;
    }
    return new PersistentSortedMap<>(
        insert(root, key, value), present.isPresent() ? size : size + 1);
  }

  /** This map without {@code key}; this very map where it has none. */
  public PersistentSortedMap<K, V> without(K key) {
    if (!containsKey(key)) {
      return this;
    }
    return size == 1 ? empty() : new PersistentSortedMap<>(remove(root, key), size - 1);
  }

  /** Whether both are one version, so that a comparison can skip them. */
  public boolean isSameVersion(PersistentSortedMap<K, V> other) {
    return root == other.root;
  }

  /**
   * A key that two versions do not bind to the very same value.
   *
   * @param before the value in the older version
   * @param after the value in the newer version; one of the two is there
   */
  public record Edit<K, V>(K key, Optional<V> before, Optional<V> after) {}

  /**
   * What became of {@code older}, in the order of the keys. Values are compared by identity, and
   * subtrees that both versions share are passed over: between neighbours this takes time in
   * proportion to the edits and the height of the tree, not to the size of the map.
   */
  public List<Edit<K, V>> editsSince(PersistentSortedMap<K, V> older) {
    List<Edit<K, V>> edits = new ArrayList<>();
    Deque<Node<K, V>> left = new ArrayDeque<>();
    Deque<Node<K, V>> right = new ArrayDeque<>();
    push(older.root, left);
    push(root, right);
    while (!left.isEmpty() || !right.isEmpty()) {
      Node<K, V> one = left.peek();
      Node<K, V> other = right.peek();
      if (one == other) {
        left.pop();
        right.pop();
      } else if (isTree(one) && height(one) >= height(other)) {
        open(left);
      } else if (isTree(other)) {
        open(right);
      } else {
        edit(left, right).ifPresent(edits::add);
      }
    }
    return edits;
  }

  /** Takes the lower key, or both where they are the same; both stand alone at their tops. */
  private static <K extends Comparable<? super K>, V> Optional<Edit<K, V>> edit(
      Deque<Node<K, V>> left, Deque<Node<K, V>> right) {
    Node<K, V> one = left.peek();
    Node<K, V> other = right.peek();
    int order = one == null ? 1 : other == null ? -1 : one.key.compareTo(other.key);
    Optional<V> before = order > 0 ? Optional.empty() : Optional.of(left.pop().value);
    Optional<V> after = order < 0 ? Optional.empty() : Optional.of(right.pop().value);
    return before.isPresent() && after.isPresent() && before.get() == after.get()
        ? Optional.empty()
        : Optional.of(new Edit<>(order <= 0 ? one.key : other.key, before, after));
  }

  private static boolean isTree(Node<?, ?> node) {
    return node != null && (node.left != null || node.right != null);
  }

  /** Puts the parts of the tree on top in its place, its own entry as a tree of that alone. */
  private static <K, V> void open(Deque<Node<K, V>> trees) {
    Node<K, V> tree = trees.pop();
    push(tree.right, trees);
    push(new Node<>(tree.key, tree.value, null, null, 1), trees);
    push(tree.left, trees);
  }

  private static <K, V> void push(Node<K, V> tree, Deque<Node<K, V>> trees) {
    if (tree != null) {
      trees.push(tree);
    }
  }

  /** The values in the order of their keys. */
  public Stream<V> values() {
    return StreamSupport.stream(spliterator(), false).map(Map.Entry::getValue);
  }

  /** The values of {@code first} and all keys behind it, in order. */
  public Stream<V> valuesFrom(K first) {
    Deque<Node<K, V>> path = new ArrayDeque<>();
    Node<K, V> node = root;
    while (node != null) {
      boolean before = node.key.compareTo(first) < 0;
      if (!before) {
        path.push(node);
      }
      node = before ? node.right : node.left;
    }
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator(path), Spliterator.ORDERED), false)
        .map(Map.Entry::getValue);
  }

  /** The keys in order. */
  public Stream<K> keys() {
    return StreamSupport.stream(spliterator(), false).map(Map.Entry::getKey);
  }

  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    Deque<Node<K, V>> path = new ArrayDeque<>();
    descend(root, path);
    return iterator(path);
  }

  private static <K, V> Iterator<Map.Entry<K, V>> iterator(Deque<Node<K, V>> path) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !path.isEmpty();
      }

      @Override
      public Map.Entry<K, V> next() {
        if (path.isEmpty()) {
          throw new NoSuchElementException();
        }
        Node<K, V> node = path.pop();
        descend(node.right, path);
        return new SimpleImmutableEntry<>(node.key, node.value);
      }
    };
  }

  private static <K, V> void descend(Node<K, V> from, Deque<Node<K, V>> path) {
    for (Node<K, V> node = from; node != null; node = node.left) {
      path.push(node);
    }
  }

  private static <K extends Comparable<? super K>, V> Node<K, V> insert(
      Node<K, V> node, K key, V value) {
    if (node == null) {
      return new Node<>(key, value, null, null, 1);
    }
    int order = key.compareTo(node.key);
    if (order == 0) {
      return new Node<>(key, value, node.left, node.right, node.height);
    }
    return order < 0
        ? balance(node.key, node.value, insert(node.left, key, value), node.right)
        : balance(node.key, node.value, node.left, insert(node.right, key, value));
  }

  private static <K extends Comparable<? super K>, V> Node<K, V> remove(Node<K, V> node, K key) {
    int order = key.compareTo(node.key);
    if (order < 0) {
      return balance(node.key, node.value, remove(node.left, key), node.right);
    }
    if (order > 0) {
      return balance(node.key, node.value, node.left, remove(node.right, key));
    }
    if (node.left == null) {
      return node.right;
    }
    if (node.right == null) {
      return node.left;
    }
    Node<K, V> next = node.right;
    while (next.left != null) {
      next = next.left;
    }
    return balance(next.key, next.value, node.left, remove(node.right, next.key));
  }

  /** A node over two trees whose heights differ by at most two. */
  private static <K, V> Node<K, V> balance(K key, V value, Node<K, V> left, Node<K, V> right) {
    int tilt = height(left) - height(right);
    if (tilt > 1) {
      return height(left.left) >= height(left.right)
          ? node(left.key, left.value, left.left, node(key, value, left.right, right))
          : node(
              left.right.key,
              left.right.value,
              node(left.key, left.value, left.left, left.right.left),
              node(key, value, left.right.right, right));
    }
    if (tilt < -1) {
      return height(right.right) >= height(right.left)
          ? node(right.key, right.value, node(key, value, left, right.left), right.right)
          : node(
              right.left.key,
              right.left.value,
              node(key, value, left, right.left.left),
              node(right.key, right.value, right.left.right, right.right));
    }
    return node(key, value, left, right);
  }

  private static <K, V> Node<K, V> node(K key, V value, Node<K, V> left, Node<K, V> right) {
    return new Node<>(key, value, left, right, 1 + Math.max(height(left), height(right)));
  }

  private static int height(Node<?, ?> node) {
    return node == null ? 0 : node.height;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof PersistentSortedMap<?, ?> that) || size != that.size) {
      return false;
    }
    if (root == that.root) {
      return true;
    }
    Iterator<?> theirs = that.iterator();
    for (Map.Entry<K, V> entry : this) {
      if (!entry.equals(theirs.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (Map.Entry<K, V> entry : this) {
      hash += entry.hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (Map.Entry<K, V> entry : this) {
      text.append(text.length() == 1 ? "" : ", ").append(entry);
    }
    return text.append('}').toString();
  }
}
