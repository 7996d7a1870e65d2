import Glibc

/// The processor's time of this thread: what others do on the machine is not counted. [ns]
func processorNanoseconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// Uses a value, so that the compiler cannot leave out what has made it.
@inline(never)
func use(_ value: Double) { unsafe used = value }

nonisolated(unsafe) private var used = 0.0
