// holder FILE none|read|all READY: holds FILE open, shares with others what it is told to (as a program that works on
// it, a viewer, a careless program), makes READY, and waits to be killed.
#include <windows.h>

#include <cwchar>

int wmain(int count, wchar_t* arguments[])
{
    if (count != 4)
        return 2;
    DWORD share = 0;
    if (wcscmp(arguments[2], L"read") == 0)
        share = FILE_SHARE_READ;
    if (wcscmp(arguments[2], L"all") == 0)
        share = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    if (CreateFileW(arguments[1], GENERIC_READ, share, nullptr, OPEN_EXISTING, 0, nullptr) == INVALID_HANDLE_VALUE)
        return 1;
    CreateFileW(arguments[3], GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0, nullptr);
    Sleep(INFINITE);
    return 0;
}
