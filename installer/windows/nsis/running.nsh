# Programs that run cannot be replaced. Their owner is asked to close BidSeal: it asks him in turn about what is not
# finished, so nothing is ever killed.

# folder → name of a program in it that runs, or ""
Function ${UN}RunningProgram
  Exch $0
  Push $1
  Push $2
  !macro LookAt PROGRAM
    ${If} $1 == ""
      # GENERIC_WRITE; OPEN_EXISTING. Windows refuses to write to a program that runs: ERROR_SHARING_VIOLATION.
      System::Call 'kernel32::CreateFileW(w "$0\${PROGRAM}", i 0x40000000, i 7, p 0, i 3, i 0, p 0)p.r2 ?e'
      Exch $3
      ${If} $2 P<> -1
        System::Call 'kernel32::CloseHandle(p r2)'
      ${ElseIf} $3 = 32
        StrCpy $1 ${PROGRAM}
      ${EndIf}
      Pop $3
    ${EndIf}
  !macroend
  StrCpy $1 ""
  !insertmacro LookAt bidseal.exe
  !insertmacro LookAt bidseal-cli.exe
  !insertmacro LookAt bidseal-token-host.exe
  !insertmacro LookAt bidseal-token-host32.exe
  !insertmacro LookAt bidseal-check-host.exe
  StrCpy $0 $1
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

# path of a program → : its windows are asked to close, as by their own button.
Function ${UN}AskToClose
  Exch $0
  Push $1
  Push $2
  Push $3
  Push $4
  StrCpy $1 0
  ${Do}
    System::Call 'user32::FindWindowExW(p 0, p r1, p 0, p 0)p.r1'
    ${If} $1 P= 0
      ${ExitDo}
    ${EndIf}
    System::Call 'user32::GetWindowThreadProcessId(p r1, *i.r2)'
    System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r2)p.r2' # PROCESS_QUERY_LIMITED_INFORMATION
    ${If} $2 P<> 0
      StrCpy $4 ${NSIS_MAX_STRLEN}
      System::Call 'kernel32::QueryFullProcessImageNameW(p r2, i 0, w.r3, *i r4r4)'
      System::Call 'kernel32::CloseHandle(p r2)'
      System::Call 'user32::IsWindowVisible(p r1)i.r2'
      ${If} $3 == $0
      ${AndIf} $2 <> 0
        System::Call 'user32::PostMessageW(p r1, i ${WM_CLOSE}, p 0, p 0)'
      ${EndIf}
    ${EndIf}
  ${Loop}
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

# folder → : comes back when nothing in it runs any more
Function ${UN}CloseBidSeal
  Exch $0
  Push $1
  Push $2
  ${Do}
    Push $0
    Call ${UN}RunningProgram
    Pop $1
    ${If} $1 == ""
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
      ${Refuse} ${RUNNING} BidSealRuns
    ${EndIf}
    ${Log} "$1 runs"
    ${If} ${Cmd} `MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(CloseBidSeal)" IDCANCEL`
      SetErrorLevel ${RUNNING}
      Quit
    ${EndIf}
    Push "$0\bidseal.exe"
    Call ${UN}AskToClose
    ${For} $2 1 20
      Push $0
      Call ${UN}RunningProgram
      Pop $1
      ${If} $1 == ""
        ${ExitFor}
      ${EndIf}
      Sleep 500
    ${Next}
  ${Loop}
  Pop $2
  Pop $1
  Pop $0
FunctionEnd
