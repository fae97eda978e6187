package pythonic.builtins.keywords;

/**
 * Whether a block of shared memory is made, or one that is there is used.
 *
 * @param value true to make it
 */
public record Create(boolean value) implements SharedMemoryKeyword {

  @Override
  public String keyword() {
    return "create";
  }
}
