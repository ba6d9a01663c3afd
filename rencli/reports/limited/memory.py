"""An end to the memory of this process, where the system can set one."""

import sys


def limit(most: int) -> None:
    """Have every request for more than ``most`` bytes in all fail, for this process and its children."""
    if sys.platform == "win32":
        _limit_job(most)
        return
    import resource

    for kind in ("RLIMIT_AS", "RLIMIT_DATA"):  # macOS heeds the one or the other
        if hasattr(resource, kind):
            _, hard = resource.getrlimit(getattr(resource, kind))
            soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
            try:
                resource.setrlimit(getattr(resource, kind), (soft, hard))
            except (ValueError, OSError):  # a system that does not keep it: the time limit is left
                continue


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _EXTENDED = 9

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _limit_job(most: int) -> None:
        """A job object of this one process, which Windows keeps to its memory."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)
        wanted = _Extended()
        wanted.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY
        wanted.ProcessMemoryLimit = most
        if job and kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(wanted), ctypes.sizeof(wanted)):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
