package pythonic.selectors;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pythonic.builtins.ValueError;

/** What a selector knows now, by number; objects are looked up by the selector. */
final class SelectorMap extends AbstractMap<Object, SelectorKey> {

  private final PollerSelector selector;
  private final Map<Object, SelectorKey> keys;

  SelectorMap(PollerSelector selector, Map<Object, SelectorKey> keys) {
    this.selector = selector;
    this.keys = Collections.unmodifiableMap(keys);
  }

  @Override
  public Set<Entry<Object, SelectorKey>> entrySet() {
    return keys.entrySet();
  }

  @Override
  public @Nullable SelectorKey get(@Nullable Object fileobj) {
    if (fileobj == null) {
      throw new ValueError("Invalid file object: None");
    }
    return selector.find(fileobj);
  }

  @Override
  public boolean containsKey(@Nullable Object fileobj) {
    return get(fileobj) != null;
  }
}
