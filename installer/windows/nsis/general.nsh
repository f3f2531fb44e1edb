# What installer and uninstaller have in common: how they look, what they say of themselves, and the functions that both
# need. A function of an uninstaller is named un.…, hence the macros with UN.
ManifestDPIAware true
ManifestSupportedOS all
# Nobody needs an administrator for an installation of his own. Whoever installs for everybody is asked by Windows
# when it comes to that (RunElevated), and not before he has chosen.
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

Name BidSeal
BrandingText "BidSeal ${VERSION}"
VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
XPStyle on
ShowInstDetails nevershow
ShowUninstDetails nevershow
AutoCloseWindow false
CRCCheck on
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${__FILEDIR__}\pictures\welcome.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${__FILEDIR__}\pictures\welcome.bmp"

!define ENGLISH 1033
!define CHINESE 2052
!define UNINSTALL_KEY Software\Microsoft\Windows\CurrentVersion\Uninstall\BidSeal
!define MANIFEST bidseal-manifest.txt

!macro VersionKeys DESCRIPTION
  VIAddVersionKey /LANG=${ENGLISH} ProductName BidSeal
  VIAddVersionKey /LANG=${ENGLISH} ProductVersion "${VERSION}"
  VIAddVersionKey /LANG=${ENGLISH} FileVersion "${VERSION}"
  VIAddVersionKey /LANG=${ENGLISH} FileDescription "${DESCRIPTION}"
  VIAddVersionKey /LANG=${ENGLISH} CompanyName "${PUBLISHER}"
  VIAddVersionKey /LANG=${ENGLISH} LegalCopyright "${PUBLISHER}, Apache License 2.0"
!macroend

# Exit codes; installer/windows/README.md explains them.
!define NOT_WRITTEN 2 # NSIS' own number for an installation that broke off
!define UNSUPPORTED 10
!define RUNNING 11
!define NEWER 12
!define NOT_ADMINISTRATOR 13
!define WRONG_OPTION 14
!define PRESET_REFUSED 15

Var scope # "user" or "machine"
Var logFile
Var argument # one of the command line's, while it is read
Var wrongArgument

!include sentences.nsh

!macro Log TEXT
  Push "${TEXT}"
  Call ${UN}Log
!macroend
!define Log "!insertmacro Log"

# Ends everything with an exit code and a sentence for a person.
!macro Refuse CODE SENTENCE
  Push "${CODE}"
  ${If} $LANGUAGE = ${CHINESE}
    Push "${IN_CHINESE_${SENTENCE}}"
  ${Else}
    Push "${IN_ENGLISH_${SENTENCE}}"
  ${EndIf}
  Call ${UN}Refuse
!macroend
!define Refuse "!insertmacro Refuse"

Function ${UN}Log
  Exch $0
  Push $1
  ${If} $logFile != ""
    ClearErrors
    FileOpen $1 $logFile a
    ${IfNot} ${Errors}
      FileSeek $1 0 END
      FileWriteUTF16LE /BOM $1 "$0$\r$\n"
      FileClose $1
    ${EndIf}
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

# For whoever installs silently: into the standard output, be it a console or a file.
Function ${UN}Tell
  Exch $0
  Push $1
  Push $2
  Push $3
  System::Call 'kernel32::GetStdHandle(i -11)p.r1'
  ${If} $1 P= 0
    System::Call 'kernel32::AttachConsole(i -1)'
    System::Call 'kernel32::GetStdHandle(i -11)p.r1'
  ${EndIf}
  StrLen $2 "$0$\r$\n"
  System::Call 'kernel32::WriteConsoleW(p r1, w "$0$\r$\n", i r2, *i, p 0)i.r3'
  ${If} $3 = 0
    Push $1
    Push "$0$\r$\n"
    Call ${UN}WriteUtf8
  ${EndIf}
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

# handle, text → : NSIS itself writes the code page of the system, or UTF-16.
Function ${UN}WriteUtf8
  Exch $0
  Exch
  Exch $1
  Push $2
  Push $3
  System::Call 'kernel32::WideCharToMultiByte(i 65001, i 0, w r0, i -1, p 0, i 0, p 0, p 0)i.r2'
  System::Alloc $2
  Pop $3
  System::Call 'kernel32::WideCharToMultiByte(i 65001, i 0, w r0, i -1, p r3, i r2, p 0, p 0)'
  IntOp $2 $2 - 1 # the end of the string
  System::Call 'kernel32::WriteFile(p r1, p r3, i r2, *i, p 0)'
  System::Free $3
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

Function ${UN}Refuse
  Exch $0
  Exch
  Exch $1
  ${Log} "refused ($1): $0"
  ${If} ${Silent}
    Push $0
    Call ${UN}Tell
  ${Else}
    MessageBox MB_OK|MB_ICONSTOP "$0"
  ${EndIf}
  SetErrorLevel $1
  Quit
FunctionEnd

# Each argument of the command line goes through TakeOption, which clears it where it is known. /D= and _?= are NSIS'
# own: they come last, and what follows them is not quoted. Shells quote it all the same where a folder has spaces; NSIS
# then sees nothing, and the folder is taken here.
Function ${UN}ReadOptions
  Push $0
  Push $1
  Push $2
  Push $3
  System::Call 'kernel32::GetCommandLineW()p.r0'
  System::Call 'shell32::CommandLineToArgvW(p r0, *i.r1)p.r0'
  StrCpy $2 1
  ${While} $2 < $1
    IntOp $3 $2 * 8
    IntPtrOp $3 $0 + $3
    System::Call '*$3(w.r3)'
    StrCpy $argument $3 3
    ${If} $argument == "/D="
    ${AndIf} $INSTDIR == ""
      StrCpy $INSTDIR $3 "" 3
      StrCpy $3 ""
    ${ElseIf} $argument == "/D="
    ${OrIf} $argument == "_?="
      ${Break}
    ${EndIf}
    StrCpy $argument $3
    ${If} $argument == "/S"
    ${OrIf} $argument == "/NCRC"
      StrCpy $argument ""
    ${Else}
      Call ${UN}TakeCommonOption
    ${EndIf}
    ${If} $argument != ""
      Call ${UN}TakeOption
    ${EndIf}
    ${If} $argument != ""
      StrCpy $wrongArgument $argument
    ${EndIf}
    IntOp $2 $2 + 1
  ${EndWhile}
  System::Call 'kernel32::LocalFree(p r0)'
  Pop $3
  Pop $2
  Pop $1
  Pop $0
  Call ${UN}StartLog # before the first sentence, after /LOG=
  ${If} $wrongArgument != ""
    ${Refuse} ${WRONG_OPTION} WrongOption
  ${EndIf}
FunctionEnd

Function ${UN}TakeCommonOption
  Push $0
  StrCpy $0 $argument 5
  ${If} $argument == "/LANG=zh"
  ${OrIf} $argument == "/LANG=zh_CN"
  ${OrIf} $argument == "/LANG=${CHINESE}"
    StrCpy $LANGUAGE ${CHINESE}
    StrCpy $argument ""
  ${ElseIf} $argument == "/LANG=en"
  ${OrIf} $argument == "/LANG=${ENGLISH}"
    StrCpy $LANGUAGE ${ENGLISH}
    StrCpy $argument ""
  ${ElseIf} $0 == "/LOG="
    StrCpy $logFile $argument "" 5
    StrCpy $argument ""
  ${EndIf}
  Pop $0
FunctionEnd

Function ${UN}StartLog
  Push $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  Push $6
  ${If} $logFile == ""
    StrCpy $logFile "$TEMP\BidSeal-Setup.log"
  ${EndIf}
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
  ${Log} "--- $2-$1-$0 $4:$5:$6 BidSeal ${VERSION} ${ROLE} $CMDLINE"
  Pop $6
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

# → "yes" where this process may change what belongs to the whole computer.
Function ${UN}IsAdministrator
  UserInfo::GetAccountType
  Exch $0
  ${If} $0 == "Admin"
    StrCpy $0 yes
  ${EndIf}
  Exch $0
FunctionEnd

# program, arguments → : starts it again as an administrator, and ends with its exit code.
Function ${UN}RunElevated
  Exch $1
  Exch
  Exch $0
  ${Log} "asks for administrator rights: $0 $1"
  # SHELLEXECUTEINFOW, as 64-bit programs lay it out; 0x40: the process is wanted, to wait for it.
  System::Call '*(i 112, i 0x40, p $HWNDPARENT, w "runas", w r0, w r1, p 0, i 1, i 0, p 0, p 0, p 0, p 0, i 0, i 0, p 0, p 0)p.r2'
  System::Call 'shell32::ShellExecuteExW(p r2)i.r3'
  ${If} $3 = 0
    ${Refuse} ${NOT_ADMINISTRATOR} NotAdministrator
  ${EndIf}
  System::Call '*$2(i, i, p, p, p, p, p, i, i, p, p, p, p, i, i, p, p.r3)'
  System::Free $2
  HideWindow
  System::Call 'kernel32::WaitForSingleObject(p r3, i -1)'
  System::Call 'kernel32::GetExitCodeProcess(p r3, *i.r1)'
  ${Log} "the administrator's part ended with $1"
  SetErrorLevel $1
  Quit
FunctionEnd
