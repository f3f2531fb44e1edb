!include Win\COM.nsh
!include Win\Propkey.nsh

# shortcut → : says which program it is to the taskbar (AppUserModelID), where Windows lets shortcuts say so
Function NameShortcut
  Exch $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  Push $6
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r1 ""
  ${If} $1 P<> 0
    ${IUnknown::QueryInterface} $1 '("${IID_IPersistFile}",.r2)'
    ${If} $2 P<> 0
      ${IPersistFile::Load} $2 '(r0, ${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $1 '("${IID_IPropertyStore}",.r3)'
      ${If} $3 P<> 0
        System::Call 'oleaut32::SysAllocString(w "${APP_ID}")p.r5'
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r4'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,r5)p.r6'
        ${IPropertyStore::SetValue} $3 '($4,$6)'
        System::Free $4
        System::Free $6
        System::Call 'oleaut32::SysFreeString(p r5)'
        ${IPropertyStore::Commit} $3 ""
        ${IUnknown::Release} $3 ""
        ${IPersistFile::Save} $2 '(r0, 1)'
      ${EndIf}
      ${IUnknown::Release} $2 ""
    ${EndIf}
    ${IUnknown::Release} $1 ""
  ${EndIf}
  Pop $6
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd
