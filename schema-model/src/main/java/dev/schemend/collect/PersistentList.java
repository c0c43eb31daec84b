package dev.schemend.collect;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list that grows at its end into another list and stays as it is itself. Lists that come from
 * one another share their elements: putting n elements together one by one takes time in n, not in
 * its square.
 *
 * @param <E> what it holds; not null
 */
public final class PersistentList<E> extends AbstractList<E> implements RandomAccess {

  /** What the lists of one line share; only the longest of them grows in place. */
  private static final class Store {
    private Object[] items = new Object[8];
    private int used;
  }

  private final Store store;
  private final int size;

  private PersistentList(Store store, int size) {
    this.store = store;
    this.size = size;
  }

  /** The list of some elements; the list itself where it is one already. */
  public static <E> PersistentList<E> copyOf(Collection<? extends E> elements) {
    if (elements instanceof PersistentList<?> list) {
      @SuppressWarnings("unchecked") // what cannot be changed may be seen as a list of more
      PersistentList<E> same = (PersistentList<E>) list;
      return same;
    }
    return new PersistentList<E>(new Store(), 0).plusAll(elements);
  }

  /** This list with more elements behind its own. */
  public PersistentList<E> plusAll(Collection<? extends E> more) {
    if (more.isEmpty()) {
      return this;
    }
    synchronized (store) {
      Store target = store.used == size ? store : copy();
      int needed = size + more.size();
      if (needed > target.items.length) {
        target.items = Arrays.copyOf(target.items, Math.max(needed, target.items.length * 2));
      }
      int at = size;
      for (E element : more) {
        target.items[at++] = Objects.requireNonNull(element, "element");
      }
      target.used = at;
      return new PersistentList<>(target, at);
    }
  }

  private Store copy() {
    Store copy = new Store();
    copy.items = Arrays.copyOf(store.items, Math.max(size, copy.items.length));
    copy.used = size;
    return copy;
  }

  @Override
  public E get(int index) {
    Objects.checkIndex(index, size);
    synchronized (store) {
      @SuppressWarnings("unchecked") // only elements of the list's type were put in
      E element = (E) store.items[index];
      return element;
    }
  }

  @Override
  public int size() {
    return size;
  }
}
