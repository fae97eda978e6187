package pythonic.internal.sharedmemory;

/** Where an object lies. */
record Place(SharedHeap heap, long offset) {}
