# Small programs with pools and executors, each of which tells what comes of its calls. PoolPrograms.java has the same in Java.
import multiprocessing as mp
import os
import re
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from multiprocessing import Pool

out = []


def say(*values):
    for value in values:
        out.append(re.sub(r'0x[0-9a-f]+', '0x', str(value)))


def caught(f, *args, **kwargs):
    try:
        return repr(f(*args, **kwargs))
    except BaseException as e:
        return '%s: %s' % (type(e).__name__, e)


def square(x):
    return x * x


def add(x, y):
    return x + y


def power(base, exponent=2):
    return base ** exponent


def nothing():
    pass


def fail(text):
    raise ValueError(text)


def fail_at_2(x):
    if x == 2:
        raise ValueError('no %d' % x)
    return x


def fail_from(x):
    if x >= 2:
        raise ValueError('no %d' % x)
    return x


def key_error():
    raise KeyError('k')


def nap(seconds):
    time.sleep(seconds)
    return seconds


def pid(_):
    return os.getpid()


def leave(code):
    os._exit(code)


def sys_exit(code):
    raise SystemExit(code)


given = None


def remember(a, b):
    global given
    given = [a, b]


def remembered():
    return given


def pool_within():
    return caught(Pool, 1)


def executor_within():
    with ProcessPoolExecutor(1) as inner:
        return inner.submit(square, 5).result()


def unfriendly_items():
    yield 1
    yield 2
    raise ValueError('items')


def kinds():
    for value in (None, True, 1, 2 ** 40, 1.5, 'text', [1, 'a'], {'k': 1}):
        say(repr(pool.apply(same, (value,))))
    say(pool.apply(nothing), pool.apply(add, ('a', 'b')), pool.apply(power, (3,)), pool.apply(power, (3, 3)))


def same(x):
    return x


def errors():
    say(caught(pool.apply, fail, ('no',)), caught(pool.apply_async(fail, ('no',)).get), caught(pool.apply, key_error))
    try:
        pool.apply(fail, ('no',))
    except ValueError as e:
        say(type(e.__cause__).__name__, 'ValueError: no' in str(e.__cause__))


def wrong_numbers():
    say(caught(Pool, 0), caught(Pool, -3), caught(Pool, 1, maxtasksperchild=0), caught(Pool, 1, maxtasksperchild=-1))


def closed():
    p = Pool(1)
    say(p, caught(p.join))
    p.close()
    say(p)
    say(caught(p.apply, square, (1,)), caught(p.apply_async, square, (1,)), caught(p.map, square, [1]))
    say(caught(p.map_async, square, [1]), caught(p.starmap, add, [(1, 2)]), caught(p.starmap_async, add, [(1, 2)]))
    say(caught(p.imap, square, [1]), caught(p.imap_unordered, square, [1]))
    p.close()
    p.join()
    p.join()
    say(p)


def closed_with_work_to_do():
    p = Pool(1)
    results = [p.apply_async(square, (i,)) for i in range(5)]
    p.close()
    p.join()
    say([r.ready() for r in results], [r.get() for r in results])


def terminated():
    p = Pool(1)
    p.terminate()
    say(p, caught(p.apply, square, (1,)))
    p.join()
    p.terminate()
    p.close()
    say(p)


def not_ready():
    r = pool.apply_async(nap, (1.5,))
    say(r.ready(), caught(r.successful), caught(r.get, 0.001), caught(r.get, 0), caught(r.get, -1), caught(r.wait, 0.001), caught(r.get))
    say(r.ready(), r.successful())
    bad = pool.apply_async(fail, ('no',))
    bad.wait()
    say(bad.ready(), bad.successful(), caught(bad.get), caught(bad.get))


def representations():
    say(pool.apply_async(square, (1,)), pool.map_async(square, [1]), pool.imap(square, [1]), pool.imap_unordered(square, [1]))


def callbacks():
    with Pool(1) as p:
        seen = []
        results = [p.apply_async(square, (i,), callback=seen.append) for i in range(5)]
        results.append(p.apply_async(fail, ('no',), callback=seen.append, error_callback=lambda e: seen.append(repr(e))))
        results.append(p.map_async(square, range(4), callback=seen.append))
        results.append(p.map_async(fail_from, range(4), chunksize=1, callback=seen.append, error_callback=lambda e: seen.append(repr(e))))
        results.append(p.starmap_async(add, [(1, 2), (3, 4)], callback=seen.append))
        for r in results:
            r.wait()
        say(seen)


def maps():
    say(pool.map(square, []), pool.map(square, range(10)), pool.map(square, range(10), 3), pool.map(square, (i for i in range(4))))
    say(pool.map(square, [1, 2], 0), pool.map(square, [1, 2], -1), pool.starmap(add, []), pool.starmap(add, [(1, 2), ('a', 'b')]))
    say(caught(pool.map, fail_at_2, range(5), 1), caught(pool.map, fail_at_2, range(5), 5))
    say(pool.map_async(square, []).get(), pool.map_async(square, [3]).get(), pool.starmap_async(add, [(1, 2)]).get())


def empty_map_calls_nothing_back():
    seen = []
    r = pool.map_async(square, [], callback=seen.append)
    say(r.get(), r.ready(), r.successful(), seen)


def starmap_of_what_is_no_row():
    say(caught(pool.starmap, add, [1]), caught(pool.starmap_async(add, [3]).get))


def imaps():
    say(list(pool.imap(square, range(5))), list(pool.imap(square, range(5), 2)), sorted(pool.imap_unordered(square, range(5))))
    say(list(pool.imap(square, [])), caught(pool.imap(square, []).next), caught(pool.imap(square, []).next, 1))
    say(caught(pool.imap, square, [1], 0), caught(pool.imap_unordered, square, [1], -1))


def imap_errors():
    results = pool.imap(fail_at_2, range(5))
    say([caught(results.next, 60) for _ in range(7)])
    results = pool.imap(fail_at_2, range(6), 2)
    say([caught(next, results) for _ in range(3)])
    results = pool.imap(square, unfriendly_items())
    say([caught(results.next, 60) for _ in range(4)])


def imap_timeout():
    results = pool.imap(nap, [1.0])
    say(caught(results.next, 0.001), caught(results.next, 60), caught(results.next, 60))


def initializers():
    with Pool(1, remember, (1, 'b')) as p:
        say(p.apply(remembered))
    with Pool(1, initializer=remember, initargs=[3, None]) as p:
        say(p.apply(remembered))


def maximum_of_tasks():
    with Pool(1, maxtasksperchild=1) as p:
        say(len(set(p.map(pid, range(3), 1))))
    with Pool(1, maxtasksperchild=2) as p:
        say(len(set(p.map(pid, range(4), 1))), len(set(p.map(pid, range(4), 2))))


def with_statement():
    with Pool(1) as p:
        say(p.apply(square, (3,)))
    say(caught(p.apply, square, (3,)), caught(p.__enter__))


def pool_that_travels():
    say(caught(pool.apply_async(square, (pool,)).get))


def pool_in_a_worker():
    say(pool.apply(pool_within))


def executor_in_an_executor():
    say(executor.submit(executor_within).result())


def submits():
    say(executor.submit(square, 3).result(), executor.submit(add, 'a', 'b').result(), executor.submit(nothing).result())
    say(executor.submit(power, 2, exponent=5).result(60), executor.submit(square, 2).exception())


def failed_futures():
    f = executor.submit(fail, 'no')
    say(caught(f.result), repr(f.exception()), f.done(), f.running(), f.cancelled(), f.cancel(), f)
    say(f.exception().__cause__ is not None, 'ValueError: no' in str(f.exception().__cause__))
    say(caught(executor.submit(key_error).result), caught(executor.submit(sys_exit, 3).result))
    f = executor.submit(square, 3)
    f.result()
    say(f)


def late_futures():
    f = executor.submit(nap, 1.5)
    say(caught(f.result, 0.001), caught(f.exception, 0), caught(f.result, timeout=-1), f.result(timeout=None), f.done())


def done_callbacks():
    seen = []
    f = executor.submit(nap, 0.1)
    f.add_done_callback(lambda f: seen.append('first %s' % f.result()))
    f.add_done_callback(lambda f: seen.append('second'))
    f.result()
    while len(seen) < 2:
        time.sleep(0.01)
    f.add_done_callback(lambda f: seen.append('late'))
    say(seen)


def executor_maps():
    say(list(executor.map(square, range(5))), list(executor.map(add, range(5), range(3))), list(executor.map(square, range(7), chunksize=3)))
    say(list(executor.map(square, [])), caught(executor.map, square, [1], chunksize=0), caught(executor.map, square, [1], chunksize=-1))


def executor_map_errors():
    results = executor.map(fail_at_2, range(5))
    say([caught(next, results) for _ in range(5)])
    results = executor.map(fail_at_2, range(6), chunksize=2)
    say([caught(next, results) for _ in range(5)])
    results = executor.map(nap, [0.4, 0.0], timeout=0.05)
    say(caught(next, results), caught(next, results))


def waits():
    fs = [executor.submit(square, i) for i in range(4)]
    done, not_done = wait(fs, timeout=60)
    say(len(done), len(not_done), sorted(f.result() for f in as_completed(fs, timeout=60)))


def wrong_executors():
    say(caught(ProcessPoolExecutor, 0), caught(ProcessPoolExecutor, -1), caught(ProcessPoolExecutor, max_workers=0))
    say(caught(ProcessPoolExecutor, 1, max_tasks_per_child=0), caught(ProcessPoolExecutor, 1, max_tasks_per_child=-2))


def shut_down():
    e = ProcessPoolExecutor(1)
    f = e.submit(nap, 0.2)
    e.shutdown(wait=False)
    say(caught(e.submit, square, 1), caught(e.map, square, [1]), f.result())
    e.shutdown()
    e.shutdown(cancel_futures=True)
    say(f)
    with ProcessPoolExecutor(1) as e:
        f = e.submit(square, 4)
    say(f.done(), f.result(), caught(e.submit, square, 1))


def broken():
    e = ProcessPoolExecutor(1)
    f = e.submit(leave, 3)
    say(caught(f.result), caught(e.submit, square, 1), caught(e.map, square, [1]), isinstance(f.exception(), RuntimeError))
    e.shutdown()


def broken_initializer():
    e = ProcessPoolExecutor(1, initializer=fail, initargs=('init',))
    f = e.submit(square, 3)
    say(caught(f.result), caught(e.submit, square, 1))
    e.shutdown()


def executor_initializer():
    with ProcessPoolExecutor(1, initializer=remember, initargs=('a', 2)) as e:
        say(e.submit(remembered).result())


PROGRAMS = [kinds, errors, wrong_numbers, closed, closed_with_work_to_do, terminated, not_ready, representations, callbacks, maps,
            empty_map_calls_nothing_back, starmap_of_what_is_no_row, imaps, imap_errors, imap_timeout, initializers, maximum_of_tasks,
            with_statement, pool_that_travels, pool_in_a_worker, executor_in_an_executor, submits, failed_futures, late_futures,
            done_callbacks, executor_maps, executor_map_errors, waits, wrong_executors, shut_down, broken, broken_initializer,
            executor_initializer]

if __name__ == '__main__':
    mp.set_start_method('fork')
    pool = Pool(2)
    executor = ProcessPoolExecutor(2, mp_context=mp.get_context('fork'))
    for program in PROGRAMS:
        out.clear()
        program()
        print('\n'.join([program.__name__, *out]), end='\n\n', flush=True)
    pool.close()
    executor.shutdown()
