package pythonic.multiprocessing.managers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.testing.ConcurrentMapTestSuiteBuilder;
import com.google.common.collect.testing.ListTestSuiteBuilder;
import com.google.common.collect.testing.SetTestSuiteBuilder;
import com.google.common.collect.testing.TestStringListGenerator;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.TestStringSetGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.ListFeature;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.features.SetFeature;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pythonic.internal.manager.OnServedManager;

/** The proxies of containers as Java's, by Guava's tests: which of them fail is known, and what is behind it. */
@NullUnmarked
@ExtendWith(OnServedManager.class)
final class JavasContractsTest {

  private static final int TESTS_AT_LEAST = 100;

  /** {@code equals} and {@code toString} are Python's; {@code remove} raises KeyError; {@code values} is a copy; a value of None is there, but not for {@code compute}. */
  private static final Set<String> OF_DICT =
      known("""
          CollectionAddAllTester testAddAll_unsupportedAllPresent testAddAll_unsupportedNonePresent testAddAll_unsupportedSomePresent
          CollectionAddTester testAdd_unsupportedNotPresent testAdd_unsupportedPresent
          MapComputeTester testCompute_presentNullToNull
          MapEqualsTester testEquals_containingNullKey testEquals_containingNullValue testEquals_otherMapWithSameEntries
          MapHashCodeTester testHashCode testHashCode_containingNullKey testHashCode_containingNullValue
          MapRemoveTester testRemove_notPresent testRemove_nullSupportedMissing testRemove_wrongType
          MapToStringTester testToStringWithNullKey testToStringWithNullValue testToString_formatting testToString_size0 testToString_size1
          """);

  /** As well, what an index outside raises is IndexError, negative ones count from the end, a slice is a copy, and so is what an iterator goes over. */
  private static final Set<String> OF_LIST =
      known("""
          CollectionIteratorTester testIterator_knownOrderRemoveSupported testIterator_removeAffectsBackingCollection
          CollectionRemoveTester testRemove_notPresent testRemove_nullAllowed testRemove_wrongType
          CollectionToStringTester testToString_size0 testToString_size1 testToString_sizeSeveral
          ListAddAllAtIndexTester testAddAllAtIndex_negative testAddAllAtIndex_tooLarge
          ListAddAtIndexTester testAddAtIndex_negative testAddAtIndex_tooLarge
          ListEqualsTester testEquals_otherListWithSameElements
          ListGetTester testGet_negative testGet_tooLarge
          ListHashCodeTester testHashCode
          ListListIteratorTester testListIterator_fullyModifiable
          ListRemoveAtIndexTester testRemoveAtIndex_negative testRemoveAtIndex_tooLarge
          ListSetTester testSet_indexTooHigh testSet_indexTooLow
          ListSubListTester testSubList_endTooLarge testSubList_entireList testSubList_originalListSetAffectsSubList
          ListSubListTester testSubList_originalListSetAffectsSubListLargeList testSubList_startGreaterThanEnd testSubList_startNegative
          ListSubListTester testSubList_subListAddAffectsOriginal testSubList_subListAddAtIndexAffectsOriginalLargeList
          ListSubListTester testSubList_subListClearAffectsOriginal testSubList_subListRemoveAffectsOriginal
          ListSubListTester testSubList_subListRemoveAffectsOriginalLargeList testSubList_subListSetAffectsOriginal
          ListSubListTester testSubList_subListSetAffectsOriginalLargeList
          """);

  private static final Set<String> OF_SET =
      known("""
          CollectionIteratorTester testIterator_removeAffectsBackingCollection testIterator_unknownOrderRemoveSupported
          CollectionRemoveTester testRemove_notPresent testRemove_nullAllowed testRemove_wrongType
          CollectionToStringTester testToString_size0 testToString_size1
          SetEqualsTester testEquals_containingNull testEquals_otherSetWithSameElements
          SetHashCodeTester testHashCode testHashCode_containingNull
          """);

  /** {@return the names of tests, written as a class and its methods in a line} */
  private static Set<String> known(String lines) {
    return lines.lines().map(line -> Splitter.on(' ').splitToList(line))
        .flatMap(words -> words.stream().skip(1).map(method -> words.getFirst() + "." + method)).collect(Collectors.toSet());
  }

  /** {@return the tests of a suite that fail, by the names of class and method} */
  private static Map<String, String> failures(TestSuite suite) {
    var result = new TestResult();
    suite.run(result);
    assertThat(result.runCount()).isGreaterThan(TESTS_AT_LEAST);
    var failures = new TreeMap<String, String>();
    Collections.list(result.failures()).forEach(each -> failures.put(name(each.failedTest()), each.trace()));
    Collections.list(result.errors()).forEach(each -> failures.put(name(each.failedTest()), each.trace()));
    return failures;
  }

  private static String name(junit.framework.Test test) {
    return test.getClass().getSimpleName() + "." + ((junit.framework.TestCase) test).getName().replaceFirst("\\[.*", "");
  }

  @Test
  void dictProxy_asAConcurrentMap() {
    TestSuite suite = ConcurrentMapTestSuiteBuilder.using(new TestStringMapGenerator() {
      @Override
      protected Map<String, String> create(Map.Entry<String, String>[] entries) {
        DictProxy<String, String> dict = OnServedManager.manager().dict();
        for (Map.Entry<String, String> entry : entries) {
          dict.put(entry.getKey(), entry.getValue());
        }
        return dict;
      }
    }).named("DictProxy").withFeatures(MapFeature.GENERAL_PURPOSE, MapFeature.ALLOWS_NULL_KEYS, MapFeature.ALLOWS_NULL_VALUES, MapFeature.ALLOWS_NULL_ENTRY_QUERIES,
        CollectionFeature.KNOWN_ORDER, CollectionFeature.SUPPORTS_ITERATOR_REMOVE, CollectionSize.ANY).createTestSuite();
    check(suite, OF_DICT);
  }

  @Test
  void listProxy_asAList() {
    TestSuite suite = ListTestSuiteBuilder.using(new TestStringListGenerator() {
      @Override
      protected List<String> create(String[] items) {
        ListProxy<String> list = OnServedManager.manager().list();
        Collections.addAll(list, items);
        return list;
      }
    }).named("ListProxy").withFeatures(ListFeature.GENERAL_PURPOSE, CollectionFeature.ALLOWS_NULL_VALUES, CollectionSize.ANY).createTestSuite();
    check(suite, OF_LIST);
  }

  @Test
  void setProxy_asASet() {
    TestSuite suite = SetTestSuiteBuilder.using(new TestStringSetGenerator() {
      @Override
      protected Set<String> create(String[] items) {
        SetProxy<String> set = OnServedManager.manager().set();
        Collections.addAll(set, items);
        return set;
      }
    }).named("SetProxy").withFeatures(SetFeature.GENERAL_PURPOSE, CollectionFeature.ALLOWS_NULL_VALUES, CollectionSize.ANY).createTestSuite();
    check(suite, OF_SET);
  }

  /** One that is known to fail and does not any more is told, too. */
  private static void check(TestSuite suite, Set<String> known) {
    Map<String, String> failures = failures(suite);
    var unknown = new TreeMap<>(failures);
    unknown.keySet().removeAll(known);
    assertThat(unknown.values()).isEmpty();
    assertThat(new TreeSet<>(failures.keySet())).isEqualTo(new TreeSet<>(known));
  }
}
