package pythonic.builtins.keywords;

/**
 * The size of a block of shared memory.
 *
 * @param bytes how many bytes
 */
public record Size(long bytes) implements SharedMemoryKeyword {

  @Override
  public String keyword() {
    return "size";
  }
}
