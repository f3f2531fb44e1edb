# Files go by the list that came with them (the signed manifest), never by emptying a folder: whatever somebody else has
# put there stays.

# line of a manifest → path below the folder with '\', or "" where it names none. A list that somebody has altered must
# not lead out of its folder.
Function ${UN}ListedPath
  Exch $0
  Push $1
  StrCpy $0 $0 "" 66 # after the digest and two spaces
  ${Do}
    StrCpy $1 $0 1 -1
    ${If} $1 != "$\r"
    ${AndIf} $1 != "$\n"
      ${ExitDo}
    ${EndIf}
    StrCpy $0 $0 -1
  ${Loop}
  ${WordReplace} $0 "/" "\" "+" $0
  ${WordFind} $0 ":" "E+1{" $1
  IfErrors +2
  StrCpy $0 ""
  ${WordFind} "\$0\" "\..\" "E+1{" $1
  IfErrors +2
  StrCpy $0 ""
  StrCpy $1 $0 1
  ${If} $1 == "\"
    StrCpy $0 ""
  ${EndIf}
  ClearErrors
  Pop $1
  Exch $0
FunctionEnd

# manifest, path → "yes" where it is listed there
Function ${UN}IsListed
  Exch $1
  Exch
  Exch $0
  Push $2
  Push $3
  StrCpy $3 no
  ClearErrors
  FileOpen $0 $0 r
  ${DoUntil} ${Errors}
    FileRead $0 $2
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    Push $2
    Call ${UN}ListedPath
    Pop $2
    ${If} $2 == $1
      StrCpy $3 yes
      ${ExitDo}
    ${EndIf}
  ${Loop}
  FileClose $0
  ClearErrors
  StrCpy $1 $3
  Pop $3
  Pop $2
  Pop $0
  Exch $1
FunctionEnd

# folder, path below it → : the file, and the folders that it leaves empty
Function ${UN}RemoveFile
  Exch $1
  Exch
  Exch $0
  ClearErrors
  Delete "$0\$1"
  ${If} ${Errors}
    ${Log} "could not be removed: $0\$1"
  ${EndIf}
  ${Do}
    ${GetParent} $1 $1
    ${If} $1 == ""
      ${ExitDo}
    ${EndIf}
    RMDir "$0\$1"
  ${Loop}
  ClearErrors
  Pop $0
  Pop $1
FunctionEnd

# manifest, folder, manifest of files to keep or "" →
Function ${UN}RemoveListedFiles
  Exch $2
  Exch
  Exch $1
  Exch 2
  Exch $0
  Push $3
  Push $4
  ClearErrors
  FileOpen $0 $0 r
  ${DoUntil} ${Errors}
    FileRead $0 $3
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    Push $3
    Call ${UN}ListedPath
    Pop $3
    StrCpy $4 no
    ${If} $3 != ""
    ${AndIf} $2 != ""
      Push $2
      Push $3
      Call ${UN}IsListed
      Pop $4
    ${EndIf}
    ${If} $3 != ""
    ${AndIf} $4 == "no"
      Push $1
      Push $3
      Call ${UN}RemoveFile
    ${EndIf}
    ClearErrors
  ${Loop}
  FileClose $0
  ClearErrors
  Pop $4
  Pop $3
  Pop $0
  Pop $2
  Pop $1
FunctionEnd
