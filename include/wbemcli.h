/*
 * wbemcli.h: the interfaces of WMI.
 *
 * Written by build.rs from src/abi/wbem; do not edit. `make header` writes it anew.
 *
 * C programs call through lpVtbl, or with the macros of COBJMACROS; C++ programs derive from the
 * classes. Methods return an HRESULT: WBEM_S_NO_ERROR, or one of the WBEM_E_ codes. docs/wmi.md says
 * which classes, queries and events there are.
 */
#ifndef __wbemcli_h__
#define __wbemcli_h__

#ifdef _WIN32
#error "The Windows SDK has wbemcli.h."
#endif

#include "posix/objbase.h"
#include "posix/oleauto.h"

typedef LONG CIMTYPE;

/** What an object is. */
typedef enum tag_WBEM_GENUS_TYPE {
    WBEM_GENUS_CLASS = 1,
    WBEM_GENUS_INSTANCE = 2
} WBEM_GENUS_TYPE;

/** How PutInstance and PutClass write. */
typedef enum tag_WBEM_CHANGE_FLAG_TYPE {
    WBEM_FLAG_CREATE_OR_UPDATE = 0,
    WBEM_FLAG_UPDATE_ONLY = 0x1,
    WBEM_FLAG_CREATE_ONLY = 0x2,
    WBEM_FLAG_UPDATE_COMPATIBLE = 0x0,
    WBEM_FLAG_UPDATE_SAFE_MODE = 0x20,
    WBEM_FLAG_UPDATE_FORCE_MODE = 0x40,
    WBEM_MASK_UPDATE_MODE = 0x60,
    WBEM_FLAG_ADVISORY = 0x00010000
} WBEM_CHANGE_FLAG_TYPE;

/** How a call of IWbemServices runs. */
typedef enum tag_WBEM_GENERIC_FLAG_TYPE {
    WBEM_FLAG_RETURN_IMMEDIATELY = 0x10,
    WBEM_FLAG_RETURN_WBEM_COMPLETE = 0,
    WBEM_FLAG_BIDIRECTIONAL = 0,
    WBEM_FLAG_FORWARD_ONLY = 0x20,
    WBEM_FLAG_NO_ERROR_OBJECT = 0x40,
    WBEM_FLAG_RETURN_ERROR_OBJECT = 0,
    WBEM_FLAG_SEND_STATUS = 0x80,
    WBEM_FLAG_DONT_SEND_STATUS = 0,
    WBEM_FLAG_ENSURE_LOCATABLE = 0x100,
    WBEM_FLAG_DIRECT_READ = 0x200,
    WBEM_FLAG_SEND_ONLY_SELECTED = 0,
    WBEM_RETURN_WHEN_COMPLETE = 0,
    WBEM_RETURN_IMMEDIATELY = 0x10,
    WBEM_MASK_RESERVED_FLAGS = 0x0001F000,
    WBEM_FLAG_USE_AMENDED_QUALIFIERS = 0x00020000,
    WBEM_FLAG_STRONG_VALIDATION = 0x00100000
} WBEM_GENERIC_FLAG_TYPE;

/** What IWbemObjectSink::SetStatus is told about. */
typedef enum tag_WBEM_STATUS_TYPE {
    WBEM_STATUS_COMPLETE = 0,
    WBEM_STATUS_REQUIREMENTS = 1,
    WBEM_STATUS_PROGRESS = 2,
    WBEM_STATUS_LOGGING_INFORMATION = 0x100,
    WBEM_STATUS_LOGGING_INFORMATION_PROVIDER = 0x200,
    WBEM_STATUS_LOGGING_INFORMATION_HOST = 0x400,
    WBEM_STATUS_LOGGING_INFORMATION_REPOSITORY = 0x800,
    WBEM_STATUS_LOGGING_INFORMATION_ESS = 0x1000
} WBEM_STATUS_TYPE;

/** How long to wait, in milliseconds; WBEM_INFINITE waits for ever. */
typedef enum tag_WBEM_TIMEOUT_TYPE {
    WBEM_NO_WAIT = 0,
    WBEM_INFINITE = (int)0xFFFFFFFF
} WBEM_TIMEOUT_TYPE;

/** Which properties are enumerated. */
typedef enum tag_WBEM_CONDITION_FLAG_TYPE {
    WBEM_FLAG_ALWAYS = 0,
    WBEM_FLAG_ONLY_IF_TRUE = 0x1,
    WBEM_FLAG_ONLY_IF_FALSE = 0x2,
    WBEM_FLAG_ONLY_IF_IDENTICAL = 0x3,
    WBEM_MASK_PRIMARY_CONDITION = 0x3,
    WBEM_FLAG_KEYS_ONLY = 0x4,
    WBEM_FLAG_REFS_ONLY = 0x8,
    WBEM_FLAG_LOCAL_ONLY = 0x10,
    WBEM_FLAG_PROPAGATED_ONLY = 0x20,
    WBEM_FLAG_SYSTEM_ONLY = 0x30,
    WBEM_FLAG_NONSYSTEM_ONLY = 0x40,
    WBEM_MASK_CONDITION_ORIGIN = 0x70,
    WBEM_FLAG_CLASS_OVERRIDES_ONLY = 0x100,
    WBEM_FLAG_CLASS_LOCAL_AND_OVERRIDES = 0x200,
    WBEM_MASK_CLASS_CONDITION = 0x300
} WBEM_CONDITION_FLAG_TYPE;

/** Where a property or qualifier comes from. */
typedef enum tag_WBEM_FLAVOR_TYPE {
    WBEM_FLAVOR_DONT_PROPAGATE = 0,
    WBEM_FLAVOR_FLAG_PROPAGATE_TO_INSTANCE = 0x1,
    WBEM_FLAVOR_FLAG_PROPAGATE_TO_DERIVED_CLASS = 0x2,
    WBEM_FLAVOR_MASK_PROPAGATION = 0xF,
    WBEM_FLAVOR_OVERRIDABLE = 0,
    WBEM_FLAVOR_NOT_OVERRIDABLE = 0x10,
    WBEM_FLAVOR_MASK_PERMISSIONS = 0x10,
    WBEM_FLAVOR_ORIGIN_LOCAL = 0,
    WBEM_FLAVOR_ORIGIN_PROPAGATED = 0x20,
    WBEM_FLAVOR_ORIGIN_SYSTEM = 0x40,
    WBEM_FLAVOR_MASK_ORIGIN = 0x60,
    WBEM_FLAVOR_NOT_AMENDED = 0,
    WBEM_FLAVOR_AMENDED = 0x80,
    WBEM_FLAVOR_MASK_AMENDED = 0x80
} WBEM_FLAVOR_TYPE;

/** How far an enumeration goes. */
typedef enum tag_WBEM_QUERY_FLAG_TYPE {
    WBEM_FLAG_DEEP = 0,
    WBEM_FLAG_SHALLOW = 1,
    WBEM_FLAG_PROTOTYPE = 2
} WBEM_QUERY_FLAG_TYPE;

/** Rights in a namespace. */
typedef enum tag_WBEM_SECURITY_FLAGS {
    WBEM_ENABLE = 1,
    WBEM_METHOD_EXECUTE = 2,
    WBEM_FULL_WRITE_REP = 4,
    WBEM_PARTIAL_WRITE_REP = 8,
    WBEM_WRITE_PROVIDER = 0x10,
    WBEM_REMOTE_ACCESS = 0x20,
    WBEM_RIGHT_SUBSCRIBE = 0x40,
    WBEM_RIGHT_PUBLISH = 0x80
} WBEM_SECURITY_FLAGS;

/** What a copy leaves out. */
typedef enum tag_WBEM_LIMITATION_FLAG_TYPE {
    WBEM_FLAG_EXCLUDE_OBJECT_QUALIFIERS = 0x10,
    WBEM_FLAG_EXCLUDE_PROPERTY_QUALIFIERS = 0x20
} WBEM_LIMITATION_FLAG_TYPE;

/** What IWbemClassObject::GetObjectText leaves out. */
typedef enum tag_WBEM_TEXT_FLAG_TYPE {
    WBEM_FLAG_NO_FLAVORS = 0x1
} WBEM_TEXT_FLAG_TYPE;

/** What IWbemClassObject::CompareTo passes over. */
typedef enum tag_WBEM_COMPARISON_FLAG {
    WBEM_COMPARISON_INCLUDE_ALL = 0,
    WBEM_FLAG_IGNORE_QUALIFIERS = 0x1,
    WBEM_FLAG_IGNORE_OBJECT_SOURCE = 0x2,
    WBEM_FLAG_IGNORE_DEFAULT_VALUES = 0x4,
    WBEM_FLAG_IGNORE_CLASS = 0x8,
    WBEM_FLAG_IGNORE_CASE = 0x10,
    WBEM_FLAG_IGNORE_FLAVOR = 0x20
} WBEM_COMPARISON_FLAG;

/** The types of properties. */
typedef enum tag_CIMTYPE_ENUMERATION {
    CIM_ILLEGAL = 0xFFF,
    CIM_EMPTY = 0,
    CIM_SINT8 = 16,
    CIM_UINT8 = 17,
    CIM_SINT16 = 2,
    CIM_UINT16 = 18,
    CIM_SINT32 = 3,
    CIM_UINT32 = 19,
    CIM_SINT64 = 20,
    CIM_UINT64 = 21,
    CIM_REAL32 = 4,
    CIM_REAL64 = 5,
    CIM_BOOLEAN = 11,
    CIM_STRING = 8,
    CIM_DATETIME = 101,
    CIM_REFERENCE = 102,
    CIM_CHAR16 = 103,
    CIM_OBJECT = 13,
    CIM_FLAG_ARRAY = 0x2000
} CIMTYPE_ENUMERATION;

/** The form of the text of IWbemStatusCodeText. */
typedef enum tag_WBEMSTATUS_FORMAT {
    WBEMSTATUS_FORMAT_NEWLINE = 0,
    WBEMSTATUS_FORMAT_NO_NEWLINE = 1
} WBEMSTATUS_FORMAT;

/** How long names, queries and paths may be, in characters. */
typedef enum tag_WBEM_LIMITS {
    WBEM_MAX_IDENTIFIER = 0x1000,
    WBEM_MAX_QUERY = 0x4000,
    WBEM_MAX_PATH = 0x2000,
    WBEM_MAX_OBJECT_NESTING = 64,
    WBEM_MAX_USER_PROPERTIES = 1024
} WBEM_LIMITS;

/** What calls return. */
typedef enum tag_WBEMSTATUS {
    WBEM_NO_ERROR = 0,
    WBEM_S_NO_ERROR = 0,
    WBEM_S_SAME = 0,
    WBEM_S_FALSE = 1,
    WBEM_S_ALREADY_EXISTS = 0x00040001,
    WBEM_S_RESET_TO_DEFAULT = 0x00040002,
    WBEM_S_DIFFERENT = 0x00040003,
    WBEM_S_TIMEDOUT = 0x00040004,
    WBEM_S_NO_MORE_DATA = 0x00040005,
    WBEM_S_OPERATION_CANCELLED = 0x00040006,
    WBEM_S_PENDING = 0x00040007,
    WBEM_S_DUPLICATE_OBJECTS = 0x00040008,
    WBEM_S_ACCESS_DENIED = 0x00040009,
    WBEM_S_PARTIAL_RESULTS = 0x00040010,
    WBEM_S_SOURCE_NOT_AVAILABLE = 0x00040017,
    WBEM_E_FAILED = (int)0x80041001,
    WBEM_E_NOT_FOUND = (int)0x80041002,
    WBEM_E_ACCESS_DENIED = (int)0x80041003,
    WBEM_E_PROVIDER_FAILURE = (int)0x80041004,
    WBEM_E_TYPE_MISMATCH = (int)0x80041005,
    WBEM_E_OUT_OF_MEMORY = (int)0x80041006,
    WBEM_E_INVALID_CONTEXT = (int)0x80041007,
    WBEM_E_INVALID_PARAMETER = (int)0x80041008,
    WBEM_E_NOT_AVAILABLE = (int)0x80041009,
    WBEM_E_CRITICAL_ERROR = (int)0x8004100A,
    WBEM_E_INVALID_STREAM = (int)0x8004100B,
    WBEM_E_NOT_SUPPORTED = (int)0x8004100C,
    WBEM_E_INVALID_SUPERCLASS = (int)0x8004100D,
    WBEM_E_INVALID_NAMESPACE = (int)0x8004100E,
    WBEM_E_INVALID_OBJECT = (int)0x8004100F,
    WBEM_E_INVALID_CLASS = (int)0x80041010,
    WBEM_E_PROVIDER_NOT_FOUND = (int)0x80041011,
    WBEM_E_INVALID_PROVIDER_REGISTRATION = (int)0x80041012,
    WBEM_E_PROVIDER_LOAD_FAILURE = (int)0x80041013,
    WBEM_E_INITIALIZATION_FAILURE = (int)0x80041014,
    WBEM_E_TRANSPORT_FAILURE = (int)0x80041015,
    WBEM_E_INVALID_OPERATION = (int)0x80041016,
    WBEM_E_INVALID_QUERY = (int)0x80041017,
    WBEM_E_INVALID_QUERY_TYPE = (int)0x80041018,
    WBEM_E_ALREADY_EXISTS = (int)0x80041019,
    WBEM_E_OVERRIDE_NOT_ALLOWED = (int)0x8004101A,
    WBEM_E_PROPAGATED_QUALIFIER = (int)0x8004101B,
    WBEM_E_PROPAGATED_PROPERTY = (int)0x8004101C,
    WBEM_E_UNEXPECTED = (int)0x8004101D,
    WBEM_E_ILLEGAL_OPERATION = (int)0x8004101E,
    WBEM_E_CANNOT_BE_KEY = (int)0x8004101F,
    WBEM_E_INCOMPLETE_CLASS = (int)0x80041020,
    WBEM_E_INVALID_SYNTAX = (int)0x80041021,
    WBEM_E_NONDECORATED_OBJECT = (int)0x80041022,
    WBEM_E_READ_ONLY = (int)0x80041023,
    WBEM_E_PROVIDER_NOT_CAPABLE = (int)0x80041024,
    WBEM_E_CLASS_HAS_CHILDREN = (int)0x80041025,
    WBEM_E_CLASS_HAS_INSTANCES = (int)0x80041026,
    WBEM_E_QUERY_NOT_IMPLEMENTED = (int)0x80041027,
    WBEM_E_ILLEGAL_NULL = (int)0x80041028,
    WBEM_E_INVALID_QUALIFIER_TYPE = (int)0x80041029,
    WBEM_E_INVALID_PROPERTY_TYPE = (int)0x8004102A,
    WBEM_E_VALUE_OUT_OF_RANGE = (int)0x8004102B,
    WBEM_E_CANNOT_BE_SINGLETON = (int)0x8004102C,
    WBEM_E_INVALID_CIM_TYPE = (int)0x8004102D,
    WBEM_E_INVALID_METHOD = (int)0x8004102E,
    WBEM_E_INVALID_METHOD_PARAMETERS = (int)0x8004102F,
    WBEM_E_SYSTEM_PROPERTY = (int)0x80041030,
    WBEM_E_INVALID_PROPERTY = (int)0x80041031,
    WBEM_E_CALL_CANCELLED = (int)0x80041032,
    WBEM_E_SHUTTING_DOWN = (int)0x80041033,
    WBEM_E_PROPAGATED_METHOD = (int)0x80041034,
    WBEM_E_UNSUPPORTED_PARAMETER = (int)0x80041035,
    WBEM_E_MISSING_PARAMETER_ID = (int)0x80041036,
    WBEM_E_INVALID_PARAMETER_ID = (int)0x80041037,
    WBEM_E_NONCONSECUTIVE_PARAMETER_IDS = (int)0x80041038,
    WBEM_E_PARAMETER_ID_ON_RETVAL = (int)0x80041039,
    WBEM_E_INVALID_OBJECT_PATH = (int)0x8004103A,
    WBEM_E_OUT_OF_DISK_SPACE = (int)0x8004103B,
    WBEM_E_BUFFER_TOO_SMALL = (int)0x8004103C,
    WBEM_E_UNSUPPORTED_PUT_EXTENSION = (int)0x8004103D,
    WBEM_E_UNKNOWN_OBJECT_TYPE = (int)0x8004103E,
    WBEM_E_UNKNOWN_PACKET_TYPE = (int)0x8004103F,
    WBEM_E_MARSHAL_VERSION_MISMATCH = (int)0x80041040,
    WBEM_E_MARSHAL_INVALID_SIGNATURE = (int)0x80041041,
    WBEM_E_INVALID_QUALIFIER = (int)0x80041042,
    WBEM_E_INVALID_DUPLICATE_PARAMETER = (int)0x80041043,
    WBEM_E_TOO_MUCH_DATA = (int)0x80041044,
    WBEM_E_SERVER_TOO_BUSY = (int)0x80041045,
    WBEM_E_INVALID_FLAVOR = (int)0x80041046,
    WBEM_E_CIRCULAR_REFERENCE = (int)0x80041047,
    WBEM_E_UNSUPPORTED_CLASS_UPDATE = (int)0x80041048,
    WBEM_E_CANNOT_CHANGE_KEY_INHERITANCE = (int)0x80041049,
    WBEM_E_CANNOT_CHANGE_INDEX_INHERITANCE = (int)0x80041050,
    WBEM_E_TOO_MANY_PROPERTIES = (int)0x80041051,
    WBEM_E_UPDATE_TYPE_MISMATCH = (int)0x80041052,
    WBEM_E_UPDATE_OVERRIDE_NOT_ALLOWED = (int)0x80041053,
    WBEM_E_UPDATE_PROPAGATED_METHOD = (int)0x80041054,
    WBEM_E_METHOD_NOT_IMPLEMENTED = (int)0x80041055,
    WBEM_E_METHOD_DISABLED = (int)0x80041056,
    WBEM_E_REFRESHER_BUSY = (int)0x80041057,
    WBEM_E_UNPARSABLE_QUERY = (int)0x80041058,
    WBEM_E_NOT_EVENT_CLASS = (int)0x80041059,
    WBEM_E_MISSING_GROUP_WITHIN = (int)0x8004105A,
    WBEM_E_MISSING_AGGREGATION_LIST = (int)0x8004105B,
    WBEM_E_PROPERTY_NOT_AN_OBJECT = (int)0x8004105C,
    WBEM_E_AGGREGATING_BY_OBJECT = (int)0x8004105D,
    WBEM_E_UNINTERPRETABLE_PROVIDER_QUERY = (int)0x8004105F,
    WBEM_E_BACKUP_RESTORE_WINMGMT_RUNNING = (int)0x80041060,
    WBEM_E_QUEUE_OVERFLOW = (int)0x80041061,
    WBEM_E_PRIVILEGE_NOT_HELD = (int)0x80041062,
    WBEM_E_INVALID_OPERATOR = (int)0x80041063,
    WBEM_E_LOCAL_CREDENTIALS = (int)0x80041064,
    WBEM_E_CANNOT_BE_ABSTRACT = (int)0x80041065,
    WBEM_E_AMENDED_OBJECT = (int)0x80041066,
    WBEM_E_CLIENT_TOO_SLOW = (int)0x80041067,
    WBEM_E_NULL_SECURITY_DESCRIPTOR = (int)0x80041068,
    WBEM_E_TIMED_OUT = (int)0x80041069,
    WBEM_E_INVALID_ASSOCIATION = (int)0x8004106A,
    WBEM_E_AMBIGUOUS_OPERATION = (int)0x8004106B,
    WBEM_E_QUOTA_VIOLATION = (int)0x8004106C,
    WBEM_E_UNSUPPORTED_LOCALE = (int)0x8004106F,
    WBEM_E_HANDLE_OUT_OF_DATE = (int)0x80041070,
    WBEM_E_CONNECTION_FAILED = (int)0x80041071,
    WBEM_E_INVALID_HANDLE_REQUEST = (int)0x80041072,
    WBEM_E_PROPERTY_NAME_TOO_WIDE = (int)0x80041073,
    WBEM_E_CLASS_NAME_TOO_WIDE = (int)0x80041074,
    WBEM_E_METHOD_NAME_TOO_WIDE = (int)0x80041075,
    WBEM_E_QUALIFIER_NAME_TOO_WIDE = (int)0x80041076,
    WBEM_E_RERUN_COMMAND = (int)0x80041077,
    WBEM_E_DATABASE_VER_MISMATCH = (int)0x80041078,
    WBEM_E_VETO_DELETE = (int)0x80041079,
    WBEM_E_VETO_PUT = (int)0x8004107A,
    WBEM_E_INVALID_LOCALE = (int)0x80041080,
    WBEM_E_PROVIDER_SUSPENDED = (int)0x80041081,
    WBEM_E_SYNCHRONIZATION_REQUIRED = (int)0x80041082,
    WBEM_E_NO_SCHEMA = (int)0x80041083,
    WBEM_E_PROVIDER_ALREADY_REGISTERED = (int)0x80041084,
    WBEM_E_PROVIDER_NOT_REGISTERED = (int)0x80041085,
    WBEM_E_FATAL_TRANSPORT_ERROR = (int)0x80041086,
    WBEM_E_ENCRYPTED_CONNECTION_REQUIRED = (int)0x80041087,
    WBEM_E_PROVIDER_TIMED_OUT = (int)0x80041088,
    WBEM_E_NO_KEY = (int)0x80041089,
    WBEM_E_PROVIDER_DISABLED = (int)0x8004108A,
    WBEMESS_E_REGISTRATION_TOO_BROAD = (int)0x80042001,
    WBEMESS_E_REGISTRATION_TOO_PRECISE = (int)0x80042002,
    WBEMESS_E_AUTHZ_NOT_PRIVILEGED = (int)0x80042003
} WBEMSTATUS;

/** How IWbemLocator::ConnectServer connects. */
typedef enum tag_WBEM_CONNECT_OPTIONS {
    WBEM_FLAG_CONNECT_REPOSITORY_ONLY = 0x40,
    WBEM_FLAG_CONNECT_USE_MAX_WAIT = 0x80,
    WBEM_FLAG_CONNECT_PROVIDERS = 0x100
} WBEM_CONNECT_OPTIONS;

/** Who may call a stub of IWbemUnsecuredApartment. */
typedef enum tag_WBEM_UNSECAPP_FLAG_TYPE {
    WBEM_FLAG_UNSECAPP_DEFAULT_CHECK_ACCESS = 0,
    WBEM_FLAG_UNSECAPP_CHECK_ACCESS = 1,
    WBEM_FLAG_UNSECAPP_DONT_CHECK_ACCESS = 2
} WBEM_UNSECAPP_FLAG_TYPE;

#ifdef __cplusplus
extern "C" {
#endif

extern const CLSID CLSID_WbemLocator;
extern const CLSID CLSID_WbemAdministrativeLocator;
extern const CLSID CLSID_WbemContext;
extern const CLSID CLSID_WbemStatusCodeText;
extern const CLSID CLSID_UnsecuredApartment;

typedef struct IWbemObjectSink IWbemObjectSink;
typedef struct IWbemObjectSinkEx IWbemObjectSinkEx;
typedef struct IWbemClassObject IWbemClassObject;
typedef struct IWbemQualifierSet IWbemQualifierSet;
typedef struct IWbemLocator IWbemLocator;
typedef struct IWbemServices IWbemServices;
typedef struct IEnumWbemClassObject IEnumWbemClassObject;
typedef struct IWbemContext IWbemContext;
typedef struct IWbemCallResult IWbemCallResult;
typedef struct IUnsecuredApartment IUnsecuredApartment;
typedef struct IWbemUnsecuredApartment IWbemUnsecuredApartment;
typedef struct IWbemStatusCodeText IWbemStatusCodeText;

/** What a program implements to receive the objects and the end of an asynchronous call. */
/* 7c857801-7381-11cf-884d-00aa004b2e24 */
extern const IID IID_IWbemObjectSink;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemObjectSink : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Indicate(LONG lObjectCount,
        IWbemClassObject **apObjArray) = 0;
    virtual HRESULT STDMETHODCALLTYPE SetStatus(LONG lFlags, HRESULT hResult, BSTR strParam,
        IWbemClassObject *pObjParam) = 0;
};
COM_UUID(IWbemObjectSink, IID_IWbemObjectSink)
}
#else
typedef struct IWbemObjectSinkVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemObjectSink *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemObjectSink *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemObjectSink *This);
    HRESULT(STDMETHODCALLTYPE *Indicate)(IWbemObjectSink *This, LONG lObjectCount,
        IWbemClassObject **apObjArray);
    HRESULT(STDMETHODCALLTYPE *SetStatus)(IWbemObjectSink *This, LONG lFlags, HRESULT hResult,
        BSTR strParam, IWbemClassObject *pObjParam);
} IWbemObjectSinkVtbl;

struct IWbemObjectSink {
    CONST_VTBL IWbemObjectSinkVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemObjectSink_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemObjectSink_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemObjectSink_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemObjectSink_Indicate(This, lObjectCount, apObjArray) \
    ((This)->lpVtbl->Indicate(This, lObjectCount, apObjArray))
#define IWbemObjectSink_SetStatus(This, lFlags, hResult, strParam, pObjParam) \
    ((This)->lpVtbl->SetStatus(This, lFlags, hResult, strParam, pObjParam))
#endif
#endif

/** A sink of more than objects. The library calls the methods of IWbemObjectSink alone. */
/* e7d35cfa-348b-485e-b524-252725d697ca */
extern const IID IID_IWbemObjectSinkEx;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemObjectSinkEx : public IWbemObjectSink {
    virtual HRESULT STDMETHODCALLTYPE WriteMessage(ULONG uChannel, BSTR strMessage) = 0;
    virtual HRESULT STDMETHODCALLTYPE WriteError(IWbemClassObject *pObjError, BYTE *puReturned) = 0;
    virtual HRESULT STDMETHODCALLTYPE PromptUser(BSTR strMessage, BYTE uPromptType,
        BYTE *puReturned) = 0;
    virtual HRESULT STDMETHODCALLTYPE WriteProgress(BSTR strActivity, BSTR strCurrentOperation,
        BSTR strStatusDescription, ULONG uPercentComplete, ULONG uSecondsRemaining) = 0;
    virtual HRESULT STDMETHODCALLTYPE WriteStreamParameter(BSTR strName, VARIANT *vtValue,
        ULONG ulType, ULONG ulFlags) = 0;
};
COM_UUID(IWbemObjectSinkEx, IID_IWbemObjectSinkEx)
}
#else
typedef struct IWbemObjectSinkExVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemObjectSinkEx *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemObjectSinkEx *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemObjectSinkEx *This);
    HRESULT(STDMETHODCALLTYPE *Indicate)(IWbemObjectSinkEx *This, LONG lObjectCount,
        IWbemClassObject **apObjArray);
    HRESULT(STDMETHODCALLTYPE *SetStatus)(IWbemObjectSinkEx *This, LONG lFlags, HRESULT hResult,
        BSTR strParam, IWbemClassObject *pObjParam);
    HRESULT(STDMETHODCALLTYPE *WriteMessage)(IWbemObjectSinkEx *This, ULONG uChannel,
        BSTR strMessage);
    HRESULT(STDMETHODCALLTYPE *WriteError)(IWbemObjectSinkEx *This, IWbemClassObject *pObjError,
        BYTE *puReturned);
    HRESULT(STDMETHODCALLTYPE *PromptUser)(IWbemObjectSinkEx *This, BSTR strMessage,
        BYTE uPromptType, BYTE *puReturned);
    HRESULT(STDMETHODCALLTYPE *WriteProgress)(IWbemObjectSinkEx *This, BSTR strActivity,
        BSTR strCurrentOperation, BSTR strStatusDescription, ULONG uPercentComplete,
        ULONG uSecondsRemaining);
    HRESULT(STDMETHODCALLTYPE *WriteStreamParameter)(IWbemObjectSinkEx *This, BSTR strName,
        VARIANT *vtValue, ULONG ulType, ULONG ulFlags);
} IWbemObjectSinkExVtbl;

struct IWbemObjectSinkEx {
    CONST_VTBL IWbemObjectSinkExVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemObjectSinkEx_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemObjectSinkEx_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemObjectSinkEx_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemObjectSinkEx_Indicate(This, lObjectCount, apObjArray) \
    ((This)->lpVtbl->Indicate(This, lObjectCount, apObjArray))
#define IWbemObjectSinkEx_SetStatus(This, lFlags, hResult, strParam, pObjParam) \
    ((This)->lpVtbl->SetStatus(This, lFlags, hResult, strParam, pObjParam))
#define IWbemObjectSinkEx_WriteMessage(This, uChannel, strMessage) \
    ((This)->lpVtbl->WriteMessage(This, uChannel, strMessage))
#define IWbemObjectSinkEx_WriteError(This, pObjError, puReturned) \
    ((This)->lpVtbl->WriteError(This, pObjError, puReturned))
#define IWbemObjectSinkEx_PromptUser(This, strMessage, uPromptType, puReturned) \
    ((This)->lpVtbl->PromptUser(This, strMessage, uPromptType, puReturned))
#define IWbemObjectSinkEx_WriteProgress(This, strActivity, strCurrentOperation, strStatusDescription, uPercentComplete, uSecondsRemaining) \
    ((This)->lpVtbl->WriteProgress(This, strActivity, strCurrentOperation, strStatusDescription, uPercentComplete, uSecondsRemaining))
#define IWbemObjectSinkEx_WriteStreamParameter(This, strName, vtValue, ulType, ulFlags) \
    ((This)->lpVtbl->WriteStreamParameter(This, strName, vtValue, ulType, ulFlags))
#endif
#endif

/** A class, or an instance of one. */
/* dc12a681-737f-11cf-884d-00aa004b2e24 */
extern const IID IID_IWbemClassObject;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemClassObject : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE GetQualifierSet(IWbemQualifierSet **ppQualSet) = 0;
    virtual HRESULT STDMETHODCALLTYPE Get(LPCWSTR wszName, LONG lFlags, VARIANT *pVal,
        CIMTYPE *pType, LONG *plFlavor) = 0;
    virtual HRESULT STDMETHODCALLTYPE Put(LPCWSTR wszName, LONG lFlags, VARIANT *pVal,
        CIMTYPE Type) = 0;
    virtual HRESULT STDMETHODCALLTYPE Delete(LPCWSTR wszName) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetNames(LPCWSTR wszQualifierName, LONG lFlags,
        VARIANT *pQualifierVal, SAFEARRAY **pNames) = 0;
    virtual HRESULT STDMETHODCALLTYPE BeginEnumeration(LONG lEnumFlags) = 0;
    virtual HRESULT STDMETHODCALLTYPE Next(LONG lFlags, BSTR *strName, VARIANT *pVal, CIMTYPE *pType,
        LONG *plFlavor) = 0;
    virtual HRESULT STDMETHODCALLTYPE EndEnumeration() = 0;
    virtual HRESULT STDMETHODCALLTYPE GetPropertyQualifierSet(LPCWSTR wszProperty,
        IWbemQualifierSet **ppQualSet) = 0;
    virtual HRESULT STDMETHODCALLTYPE Clone(IWbemClassObject **ppCopy) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetObjectText(LONG lFlags, BSTR *pstrObjectText) = 0;
    virtual HRESULT STDMETHODCALLTYPE SpawnDerivedClass(LONG lFlags,
        IWbemClassObject **ppNewClass) = 0;
    virtual HRESULT STDMETHODCALLTYPE SpawnInstance(LONG lFlags,
        IWbemClassObject **ppNewInstance) = 0;
    virtual HRESULT STDMETHODCALLTYPE CompareTo(LONG lFlags, IWbemClassObject *pCompareTo) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetPropertyOrigin(LPCWSTR wszName, BSTR *pstrClassName) = 0;
    virtual HRESULT STDMETHODCALLTYPE InheritsFrom(LPCWSTR strAncestor) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetMethod(LPCWSTR wszName, LONG lFlags,
        IWbemClassObject **ppInSignature, IWbemClassObject **ppOutSignature) = 0;
    virtual HRESULT STDMETHODCALLTYPE PutMethod(LPCWSTR wszName, LONG lFlags,
        IWbemClassObject *pInSignature, IWbemClassObject *pOutSignature) = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteMethod(LPCWSTR wszName) = 0;
    virtual HRESULT STDMETHODCALLTYPE BeginMethodEnumeration(LONG lEnumFlags) = 0;
    virtual HRESULT STDMETHODCALLTYPE NextMethod(LONG lFlags, BSTR *pstrName,
        IWbemClassObject **ppInSignature, IWbemClassObject **ppOutSignature) = 0;
    virtual HRESULT STDMETHODCALLTYPE EndMethodEnumeration() = 0;
    virtual HRESULT STDMETHODCALLTYPE GetMethodQualifierSet(LPCWSTR wszMethod,
        IWbemQualifierSet **ppQualSet) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetMethodOrigin(LPCWSTR wszMethodName,
        BSTR *pstrClassName) = 0;
};
COM_UUID(IWbemClassObject, IID_IWbemClassObject)
}
#else
typedef struct IWbemClassObjectVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemClassObject *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemClassObject *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemClassObject *This);
    HRESULT(STDMETHODCALLTYPE *GetQualifierSet)(IWbemClassObject *This,
        IWbemQualifierSet **ppQualSet);
    HRESULT(STDMETHODCALLTYPE *Get)(IWbemClassObject *This, LPCWSTR wszName, LONG lFlags,
        VARIANT *pVal, CIMTYPE *pType, LONG *plFlavor);
    HRESULT(STDMETHODCALLTYPE *Put)(IWbemClassObject *This, LPCWSTR wszName, LONG lFlags,
        VARIANT *pVal, CIMTYPE Type);
    HRESULT(STDMETHODCALLTYPE *Delete)(IWbemClassObject *This, LPCWSTR wszName);
    HRESULT(STDMETHODCALLTYPE *GetNames)(IWbemClassObject *This, LPCWSTR wszQualifierName,
        LONG lFlags, VARIANT *pQualifierVal, SAFEARRAY **pNames);
    HRESULT(STDMETHODCALLTYPE *BeginEnumeration)(IWbemClassObject *This, LONG lEnumFlags);
    HRESULT(STDMETHODCALLTYPE *Next)(IWbemClassObject *This, LONG lFlags, BSTR *strName,
        VARIANT *pVal, CIMTYPE *pType, LONG *plFlavor);
    HRESULT(STDMETHODCALLTYPE *EndEnumeration)(IWbemClassObject *This);
    HRESULT(STDMETHODCALLTYPE *GetPropertyQualifierSet)(IWbemClassObject *This, LPCWSTR wszProperty,
        IWbemQualifierSet **ppQualSet);
    HRESULT(STDMETHODCALLTYPE *Clone)(IWbemClassObject *This, IWbemClassObject **ppCopy);
    HRESULT(STDMETHODCALLTYPE *GetObjectText)(IWbemClassObject *This, LONG lFlags,
        BSTR *pstrObjectText);
    HRESULT(STDMETHODCALLTYPE *SpawnDerivedClass)(IWbemClassObject *This, LONG lFlags,
        IWbemClassObject **ppNewClass);
    HRESULT(STDMETHODCALLTYPE *SpawnInstance)(IWbemClassObject *This, LONG lFlags,
        IWbemClassObject **ppNewInstance);
    HRESULT(STDMETHODCALLTYPE *CompareTo)(IWbemClassObject *This, LONG lFlags,
        IWbemClassObject *pCompareTo);
    HRESULT(STDMETHODCALLTYPE *GetPropertyOrigin)(IWbemClassObject *This, LPCWSTR wszName,
        BSTR *pstrClassName);
    HRESULT(STDMETHODCALLTYPE *InheritsFrom)(IWbemClassObject *This, LPCWSTR strAncestor);
    HRESULT(STDMETHODCALLTYPE *GetMethod)(IWbemClassObject *This, LPCWSTR wszName, LONG lFlags,
        IWbemClassObject **ppInSignature, IWbemClassObject **ppOutSignature);
    HRESULT(STDMETHODCALLTYPE *PutMethod)(IWbemClassObject *This, LPCWSTR wszName, LONG lFlags,
        IWbemClassObject *pInSignature, IWbemClassObject *pOutSignature);
    HRESULT(STDMETHODCALLTYPE *DeleteMethod)(IWbemClassObject *This, LPCWSTR wszName);
    HRESULT(STDMETHODCALLTYPE *BeginMethodEnumeration)(IWbemClassObject *This, LONG lEnumFlags);
    HRESULT(STDMETHODCALLTYPE *NextMethod)(IWbemClassObject *This, LONG lFlags, BSTR *pstrName,
        IWbemClassObject **ppInSignature, IWbemClassObject **ppOutSignature);
    HRESULT(STDMETHODCALLTYPE *EndMethodEnumeration)(IWbemClassObject *This);
    HRESULT(STDMETHODCALLTYPE *GetMethodQualifierSet)(IWbemClassObject *This, LPCWSTR wszMethod,
        IWbemQualifierSet **ppQualSet);
    HRESULT(STDMETHODCALLTYPE *GetMethodOrigin)(IWbemClassObject *This, LPCWSTR wszMethodName,
        BSTR *pstrClassName);
} IWbemClassObjectVtbl;

struct IWbemClassObject {
    CONST_VTBL IWbemClassObjectVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemClassObject_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemClassObject_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemClassObject_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemClassObject_GetQualifierSet(This, ppQualSet) \
    ((This)->lpVtbl->GetQualifierSet(This, ppQualSet))
#define IWbemClassObject_Get(This, wszName, lFlags, pVal, pType, plFlavor) \
    ((This)->lpVtbl->Get(This, wszName, lFlags, pVal, pType, plFlavor))
#define IWbemClassObject_Put(This, wszName, lFlags, pVal, Type) \
    ((This)->lpVtbl->Put(This, wszName, lFlags, pVal, Type))
#define IWbemClassObject_Delete(This, wszName) \
    ((This)->lpVtbl->Delete(This, wszName))
#define IWbemClassObject_GetNames(This, wszQualifierName, lFlags, pQualifierVal, pNames) \
    ((This)->lpVtbl->GetNames(This, wszQualifierName, lFlags, pQualifierVal, pNames))
#define IWbemClassObject_BeginEnumeration(This, lEnumFlags) \
    ((This)->lpVtbl->BeginEnumeration(This, lEnumFlags))
#define IWbemClassObject_Next(This, lFlags, strName, pVal, pType, plFlavor) \
    ((This)->lpVtbl->Next(This, lFlags, strName, pVal, pType, plFlavor))
#define IWbemClassObject_EndEnumeration(This) \
    ((This)->lpVtbl->EndEnumeration(This))
#define IWbemClassObject_GetPropertyQualifierSet(This, wszProperty, ppQualSet) \
    ((This)->lpVtbl->GetPropertyQualifierSet(This, wszProperty, ppQualSet))
#define IWbemClassObject_Clone(This, ppCopy) \
    ((This)->lpVtbl->Clone(This, ppCopy))
#define IWbemClassObject_GetObjectText(This, lFlags, pstrObjectText) \
    ((This)->lpVtbl->GetObjectText(This, lFlags, pstrObjectText))
#define IWbemClassObject_SpawnDerivedClass(This, lFlags, ppNewClass) \
    ((This)->lpVtbl->SpawnDerivedClass(This, lFlags, ppNewClass))
#define IWbemClassObject_SpawnInstance(This, lFlags, ppNewInstance) \
    ((This)->lpVtbl->SpawnInstance(This, lFlags, ppNewInstance))
#define IWbemClassObject_CompareTo(This, lFlags, pCompareTo) \
    ((This)->lpVtbl->CompareTo(This, lFlags, pCompareTo))
#define IWbemClassObject_GetPropertyOrigin(This, wszName, pstrClassName) \
    ((This)->lpVtbl->GetPropertyOrigin(This, wszName, pstrClassName))
#define IWbemClassObject_InheritsFrom(This, strAncestor) \
    ((This)->lpVtbl->InheritsFrom(This, strAncestor))
#define IWbemClassObject_GetMethod(This, wszName, lFlags, ppInSignature, ppOutSignature) \
    ((This)->lpVtbl->GetMethod(This, wszName, lFlags, ppInSignature, ppOutSignature))
#define IWbemClassObject_PutMethod(This, wszName, lFlags, pInSignature, pOutSignature) \
    ((This)->lpVtbl->PutMethod(This, wszName, lFlags, pInSignature, pOutSignature))
#define IWbemClassObject_DeleteMethod(This, wszName) \
    ((This)->lpVtbl->DeleteMethod(This, wszName))
#define IWbemClassObject_BeginMethodEnumeration(This, lEnumFlags) \
    ((This)->lpVtbl->BeginMethodEnumeration(This, lEnumFlags))
#define IWbemClassObject_NextMethod(This, lFlags, pstrName, ppInSignature, ppOutSignature) \
    ((This)->lpVtbl->NextMethod(This, lFlags, pstrName, ppInSignature, ppOutSignature))
#define IWbemClassObject_EndMethodEnumeration(This) \
    ((This)->lpVtbl->EndMethodEnumeration(This))
#define IWbemClassObject_GetMethodQualifierSet(This, wszMethod, ppQualSet) \
    ((This)->lpVtbl->GetMethodQualifierSet(This, wszMethod, ppQualSet))
#define IWbemClassObject_GetMethodOrigin(This, wszMethodName, pstrClassName) \
    ((This)->lpVtbl->GetMethodOrigin(This, wszMethodName, pstrClassName))
#endif
#endif

/** What is said about a class, a property or a method. */
/* dc12a680-737f-11cf-884d-00aa004b2e24 */
extern const IID IID_IWbemQualifierSet;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemQualifierSet : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Get(LPCWSTR wszName, LONG lFlags, VARIANT *pVal,
        LONG *plFlavor) = 0;
    virtual HRESULT STDMETHODCALLTYPE Put(LPCWSTR wszName, VARIANT *pVal, LONG lFlavor) = 0;
    virtual HRESULT STDMETHODCALLTYPE Delete(LPCWSTR wszName) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetNames(LONG lFlags, SAFEARRAY **pNames) = 0;
    virtual HRESULT STDMETHODCALLTYPE BeginEnumeration(LONG lFlags) = 0;
    virtual HRESULT STDMETHODCALLTYPE Next(LONG lFlags, BSTR *pstrName, VARIANT *pVal,
        LONG *plFlavor) = 0;
    virtual HRESULT STDMETHODCALLTYPE EndEnumeration() = 0;
};
COM_UUID(IWbemQualifierSet, IID_IWbemQualifierSet)
}
#else
typedef struct IWbemQualifierSetVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemQualifierSet *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemQualifierSet *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemQualifierSet *This);
    HRESULT(STDMETHODCALLTYPE *Get)(IWbemQualifierSet *This, LPCWSTR wszName, LONG lFlags,
        VARIANT *pVal, LONG *plFlavor);
    HRESULT(STDMETHODCALLTYPE *Put)(IWbemQualifierSet *This, LPCWSTR wszName, VARIANT *pVal,
        LONG lFlavor);
    HRESULT(STDMETHODCALLTYPE *Delete)(IWbemQualifierSet *This, LPCWSTR wszName);
    HRESULT(STDMETHODCALLTYPE *GetNames)(IWbemQualifierSet *This, LONG lFlags, SAFEARRAY **pNames);
    HRESULT(STDMETHODCALLTYPE *BeginEnumeration)(IWbemQualifierSet *This, LONG lFlags);
    HRESULT(STDMETHODCALLTYPE *Next)(IWbemQualifierSet *This, LONG lFlags, BSTR *pstrName,
        VARIANT *pVal, LONG *plFlavor);
    HRESULT(STDMETHODCALLTYPE *EndEnumeration)(IWbemQualifierSet *This);
} IWbemQualifierSetVtbl;

struct IWbemQualifierSet {
    CONST_VTBL IWbemQualifierSetVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemQualifierSet_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemQualifierSet_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemQualifierSet_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemQualifierSet_Get(This, wszName, lFlags, pVal, plFlavor) \
    ((This)->lpVtbl->Get(This, wszName, lFlags, pVal, plFlavor))
#define IWbemQualifierSet_Put(This, wszName, pVal, lFlavor) \
    ((This)->lpVtbl->Put(This, wszName, pVal, lFlavor))
#define IWbemQualifierSet_Delete(This, wszName) \
    ((This)->lpVtbl->Delete(This, wszName))
#define IWbemQualifierSet_GetNames(This, lFlags, pNames) \
    ((This)->lpVtbl->GetNames(This, lFlags, pNames))
#define IWbemQualifierSet_BeginEnumeration(This, lFlags) \
    ((This)->lpVtbl->BeginEnumeration(This, lFlags))
#define IWbemQualifierSet_Next(This, lFlags, pstrName, pVal, plFlavor) \
    ((This)->lpVtbl->Next(This, lFlags, pstrName, pVal, plFlavor))
#define IWbemQualifierSet_EndEnumeration(This) \
    ((This)->lpVtbl->EndEnumeration(This))
#endif
#endif

/** Where a program begins. */
/* dc12a687-737f-11cf-884d-00aa004b2e24 */
extern const IID IID_IWbemLocator;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemLocator : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE ConnectServer(BSTR strNetworkResource, BSTR strUser,
        BSTR strPassword, BSTR strLocale, LONG lSecurityFlags, BSTR strAuthority, IWbemContext *pCtx,
        IWbemServices **ppNamespace) = 0;
};
COM_UUID(IWbemLocator, IID_IWbemLocator)
}
#else
typedef struct IWbemLocatorVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemLocator *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemLocator *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemLocator *This);
    HRESULT(STDMETHODCALLTYPE *ConnectServer)(IWbemLocator *This, BSTR strNetworkResource,
        BSTR strUser, BSTR strPassword, BSTR strLocale, LONG lSecurityFlags, BSTR strAuthority,
        IWbemContext *pCtx, IWbemServices **ppNamespace);
} IWbemLocatorVtbl;

struct IWbemLocator {
    CONST_VTBL IWbemLocatorVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemLocator_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemLocator_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemLocator_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemLocator_ConnectServer(This, strNetworkResource, strUser, strPassword, strLocale, lSecurityFlags, strAuthority, pCtx, ppNamespace) \
    ((This)->lpVtbl->ConnectServer(This, strNetworkResource, strUser, strPassword, strLocale, lSecurityFlags, strAuthority, pCtx, ppNamespace))
#endif
#endif

/** A namespace. */
/* 9556dc99-828c-11cf-a37e-00aa003240c7 */
extern const IID IID_IWbemServices;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemServices : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE OpenNamespace(BSTR strNamespace, LONG lFlags,
        IWbemContext *pCtx, IWbemServices **ppWorkingNamespace, IWbemCallResult **ppResult) = 0;
    virtual HRESULT STDMETHODCALLTYPE CancelAsyncCall(IWbemObjectSink *pSink) = 0;
    virtual HRESULT STDMETHODCALLTYPE QueryObjectSink(LONG lFlags,
        IWbemObjectSink **ppResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetObject(BSTR strObjectPath, LONG lFlags, IWbemContext *pCtx,
        IWbemClassObject **ppObject, IWbemCallResult **ppCallResult) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetObjectAsync(BSTR strObjectPath, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE PutClass(IWbemClassObject *pObject, LONG lFlags,
        IWbemContext *pCtx, IWbemCallResult **ppCallResult) = 0;
    virtual HRESULT STDMETHODCALLTYPE PutClassAsync(IWbemClassObject *pObject, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteClass(BSTR strClass, LONG lFlags, IWbemContext *pCtx,
        IWbemCallResult **ppCallResult) = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteClassAsync(BSTR strClass, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE CreateClassEnum(BSTR strSuperclass, LONG lFlags,
        IWbemContext *pCtx, IEnumWbemClassObject **ppEnum) = 0;
    virtual HRESULT STDMETHODCALLTYPE CreateClassEnumAsync(BSTR strSuperclass, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE PutInstance(IWbemClassObject *pInst, LONG lFlags,
        IWbemContext *pCtx, IWbemCallResult **ppCallResult) = 0;
    virtual HRESULT STDMETHODCALLTYPE PutInstanceAsync(IWbemClassObject *pInst, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteInstance(BSTR strObjectPath, LONG lFlags,
        IWbemContext *pCtx, IWbemCallResult **ppCallResult) = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteInstanceAsync(BSTR strObjectPath, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE CreateInstanceEnum(BSTR strFilter, LONG lFlags,
        IWbemContext *pCtx, IEnumWbemClassObject **ppEnum) = 0;
    virtual HRESULT STDMETHODCALLTYPE CreateInstanceEnumAsync(BSTR strFilter, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE ExecQuery(BSTR strQueryLanguage, BSTR strQuery, LONG lFlags,
        IWbemContext *pCtx, IEnumWbemClassObject **ppEnum) = 0;
    virtual HRESULT STDMETHODCALLTYPE ExecQueryAsync(BSTR strQueryLanguage, BSTR strQuery,
        LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE ExecNotificationQuery(BSTR strQueryLanguage, BSTR strQuery,
        LONG lFlags, IWbemContext *pCtx, IEnumWbemClassObject **ppEnum) = 0;
    virtual HRESULT STDMETHODCALLTYPE ExecNotificationQueryAsync(BSTR strQueryLanguage,
        BSTR strQuery, LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler) = 0;
    virtual HRESULT STDMETHODCALLTYPE ExecMethod(BSTR strObjectPath, BSTR strMethodName, LONG lFlags,
        IWbemContext *pCtx, IWbemClassObject *pInParams, IWbemClassObject **ppOutParams,
        IWbemCallResult **ppCallResult) = 0;
    virtual HRESULT STDMETHODCALLTYPE ExecMethodAsync(BSTR strObjectPath, BSTR strMethodName,
        LONG lFlags, IWbemContext *pCtx, IWbemClassObject *pInParams,
        IWbemObjectSink *pResponseHandler) = 0;
};
COM_UUID(IWbemServices, IID_IWbemServices)
}
#else
typedef struct IWbemServicesVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemServices *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemServices *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemServices *This);
    HRESULT(STDMETHODCALLTYPE *OpenNamespace)(IWbemServices *This, BSTR strNamespace, LONG lFlags,
        IWbemContext *pCtx, IWbemServices **ppWorkingNamespace, IWbemCallResult **ppResult);
    HRESULT(STDMETHODCALLTYPE *CancelAsyncCall)(IWbemServices *This, IWbemObjectSink *pSink);
    HRESULT(STDMETHODCALLTYPE *QueryObjectSink)(IWbemServices *This, LONG lFlags,
        IWbemObjectSink **ppResponseHandler);
    HRESULT(STDMETHODCALLTYPE *GetObject)(IWbemServices *This, BSTR strObjectPath, LONG lFlags,
        IWbemContext *pCtx, IWbemClassObject **ppObject, IWbemCallResult **ppCallResult);
    HRESULT(STDMETHODCALLTYPE *GetObjectAsync)(IWbemServices *This, BSTR strObjectPath, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *PutClass)(IWbemServices *This, IWbemClassObject *pObject, LONG lFlags,
        IWbemContext *pCtx, IWbemCallResult **ppCallResult);
    HRESULT(STDMETHODCALLTYPE *PutClassAsync)(IWbemServices *This, IWbemClassObject *pObject,
        LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *DeleteClass)(IWbemServices *This, BSTR strClass, LONG lFlags,
        IWbemContext *pCtx, IWbemCallResult **ppCallResult);
    HRESULT(STDMETHODCALLTYPE *DeleteClassAsync)(IWbemServices *This, BSTR strClass, LONG lFlags,
        IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *CreateClassEnum)(IWbemServices *This, BSTR strSuperclass, LONG lFlags,
        IWbemContext *pCtx, IEnumWbemClassObject **ppEnum);
    HRESULT(STDMETHODCALLTYPE *CreateClassEnumAsync)(IWbemServices *This, BSTR strSuperclass,
        LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *PutInstance)(IWbemServices *This, IWbemClassObject *pInst,
        LONG lFlags, IWbemContext *pCtx, IWbemCallResult **ppCallResult);
    HRESULT(STDMETHODCALLTYPE *PutInstanceAsync)(IWbemServices *This, IWbemClassObject *pInst,
        LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *DeleteInstance)(IWbemServices *This, BSTR strObjectPath, LONG lFlags,
        IWbemContext *pCtx, IWbemCallResult **ppCallResult);
    HRESULT(STDMETHODCALLTYPE *DeleteInstanceAsync)(IWbemServices *This, BSTR strObjectPath,
        LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *CreateInstanceEnum)(IWbemServices *This, BSTR strFilter, LONG lFlags,
        IWbemContext *pCtx, IEnumWbemClassObject **ppEnum);
    HRESULT(STDMETHODCALLTYPE *CreateInstanceEnumAsync)(IWbemServices *This, BSTR strFilter,
        LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *ExecQuery)(IWbemServices *This, BSTR strQueryLanguage, BSTR strQuery,
        LONG lFlags, IWbemContext *pCtx, IEnumWbemClassObject **ppEnum);
    HRESULT(STDMETHODCALLTYPE *ExecQueryAsync)(IWbemServices *This, BSTR strQueryLanguage,
        BSTR strQuery, LONG lFlags, IWbemContext *pCtx, IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *ExecNotificationQuery)(IWbemServices *This, BSTR strQueryLanguage,
        BSTR strQuery, LONG lFlags, IWbemContext *pCtx, IEnumWbemClassObject **ppEnum);
    HRESULT(STDMETHODCALLTYPE *ExecNotificationQueryAsync)(IWbemServices *This,
        BSTR strQueryLanguage, BSTR strQuery, LONG lFlags, IWbemContext *pCtx,
        IWbemObjectSink *pResponseHandler);
    HRESULT(STDMETHODCALLTYPE *ExecMethod)(IWbemServices *This, BSTR strObjectPath,
        BSTR strMethodName, LONG lFlags, IWbemContext *pCtx, IWbemClassObject *pInParams,
        IWbemClassObject **ppOutParams, IWbemCallResult **ppCallResult);
    HRESULT(STDMETHODCALLTYPE *ExecMethodAsync)(IWbemServices *This, BSTR strObjectPath,
        BSTR strMethodName, LONG lFlags, IWbemContext *pCtx, IWbemClassObject *pInParams,
        IWbemObjectSink *pResponseHandler);
} IWbemServicesVtbl;

struct IWbemServices {
    CONST_VTBL IWbemServicesVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemServices_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemServices_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemServices_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemServices_OpenNamespace(This, strNamespace, lFlags, pCtx, ppWorkingNamespace, ppResult) \
    ((This)->lpVtbl->OpenNamespace(This, strNamespace, lFlags, pCtx, ppWorkingNamespace, ppResult))
#define IWbemServices_CancelAsyncCall(This, pSink) \
    ((This)->lpVtbl->CancelAsyncCall(This, pSink))
#define IWbemServices_QueryObjectSink(This, lFlags, ppResponseHandler) \
    ((This)->lpVtbl->QueryObjectSink(This, lFlags, ppResponseHandler))
#define IWbemServices_GetObject(This, strObjectPath, lFlags, pCtx, ppObject, ppCallResult) \
    ((This)->lpVtbl->GetObject(This, strObjectPath, lFlags, pCtx, ppObject, ppCallResult))
#define IWbemServices_GetObjectAsync(This, strObjectPath, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->GetObjectAsync(This, strObjectPath, lFlags, pCtx, pResponseHandler))
#define IWbemServices_PutClass(This, pObject, lFlags, pCtx, ppCallResult) \
    ((This)->lpVtbl->PutClass(This, pObject, lFlags, pCtx, ppCallResult))
#define IWbemServices_PutClassAsync(This, pObject, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->PutClassAsync(This, pObject, lFlags, pCtx, pResponseHandler))
#define IWbemServices_DeleteClass(This, strClass, lFlags, pCtx, ppCallResult) \
    ((This)->lpVtbl->DeleteClass(This, strClass, lFlags, pCtx, ppCallResult))
#define IWbemServices_DeleteClassAsync(This, strClass, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->DeleteClassAsync(This, strClass, lFlags, pCtx, pResponseHandler))
#define IWbemServices_CreateClassEnum(This, strSuperclass, lFlags, pCtx, ppEnum) \
    ((This)->lpVtbl->CreateClassEnum(This, strSuperclass, lFlags, pCtx, ppEnum))
#define IWbemServices_CreateClassEnumAsync(This, strSuperclass, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->CreateClassEnumAsync(This, strSuperclass, lFlags, pCtx, pResponseHandler))
#define IWbemServices_PutInstance(This, pInst, lFlags, pCtx, ppCallResult) \
    ((This)->lpVtbl->PutInstance(This, pInst, lFlags, pCtx, ppCallResult))
#define IWbemServices_PutInstanceAsync(This, pInst, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->PutInstanceAsync(This, pInst, lFlags, pCtx, pResponseHandler))
#define IWbemServices_DeleteInstance(This, strObjectPath, lFlags, pCtx, ppCallResult) \
    ((This)->lpVtbl->DeleteInstance(This, strObjectPath, lFlags, pCtx, ppCallResult))
#define IWbemServices_DeleteInstanceAsync(This, strObjectPath, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->DeleteInstanceAsync(This, strObjectPath, lFlags, pCtx, pResponseHandler))
#define IWbemServices_CreateInstanceEnum(This, strFilter, lFlags, pCtx, ppEnum) \
    ((This)->lpVtbl->CreateInstanceEnum(This, strFilter, lFlags, pCtx, ppEnum))
#define IWbemServices_CreateInstanceEnumAsync(This, strFilter, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->CreateInstanceEnumAsync(This, strFilter, lFlags, pCtx, pResponseHandler))
#define IWbemServices_ExecQuery(This, strQueryLanguage, strQuery, lFlags, pCtx, ppEnum) \
    ((This)->lpVtbl->ExecQuery(This, strQueryLanguage, strQuery, lFlags, pCtx, ppEnum))
#define IWbemServices_ExecQueryAsync(This, strQueryLanguage, strQuery, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->ExecQueryAsync(This, strQueryLanguage, strQuery, lFlags, pCtx, pResponseHandler))
#define IWbemServices_ExecNotificationQuery(This, strQueryLanguage, strQuery, lFlags, pCtx, ppEnum) \
    ((This)->lpVtbl->ExecNotificationQuery(This, strQueryLanguage, strQuery, lFlags, pCtx, ppEnum))
#define IWbemServices_ExecNotificationQueryAsync(This, strQueryLanguage, strQuery, lFlags, pCtx, pResponseHandler) \
    ((This)->lpVtbl->ExecNotificationQueryAsync(This, strQueryLanguage, strQuery, lFlags, pCtx, pResponseHandler))
#define IWbemServices_ExecMethod(This, strObjectPath, strMethodName, lFlags, pCtx, pInParams, ppOutParams, ppCallResult) \
    ((This)->lpVtbl->ExecMethod(This, strObjectPath, strMethodName, lFlags, pCtx, pInParams, ppOutParams, ppCallResult))
#define IWbemServices_ExecMethodAsync(This, strObjectPath, strMethodName, lFlags, pCtx, pInParams, pResponseHandler) \
    ((This)->lpVtbl->ExecMethodAsync(This, strObjectPath, strMethodName, lFlags, pCtx, pInParams, pResponseHandler))
#endif
#endif

/** The objects of a query, as they come. */
/* 027947e1-d731-11ce-a357-000000000001 */
extern const IID IID_IEnumWbemClassObject;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IEnumWbemClassObject : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Reset() = 0;
    virtual HRESULT STDMETHODCALLTYPE Next(LONG lTimeout, ULONG uCount, IWbemClassObject **apObjects,
        ULONG *puReturned) = 0;
    virtual HRESULT STDMETHODCALLTYPE NextAsync(ULONG uCount, IWbemObjectSink *pSink) = 0;
    virtual HRESULT STDMETHODCALLTYPE Clone(IEnumWbemClassObject **ppEnum) = 0;
    virtual HRESULT STDMETHODCALLTYPE Skip(LONG lTimeout, ULONG nCount) = 0;
};
COM_UUID(IEnumWbemClassObject, IID_IEnumWbemClassObject)
}
#else
typedef struct IEnumWbemClassObjectVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IEnumWbemClassObject *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IEnumWbemClassObject *This);
    ULONG(STDMETHODCALLTYPE *Release)(IEnumWbemClassObject *This);
    HRESULT(STDMETHODCALLTYPE *Reset)(IEnumWbemClassObject *This);
    HRESULT(STDMETHODCALLTYPE *Next)(IEnumWbemClassObject *This, LONG lTimeout, ULONG uCount,
        IWbemClassObject **apObjects, ULONG *puReturned);
    HRESULT(STDMETHODCALLTYPE *NextAsync)(IEnumWbemClassObject *This, ULONG uCount,
        IWbemObjectSink *pSink);
    HRESULT(STDMETHODCALLTYPE *Clone)(IEnumWbemClassObject *This, IEnumWbemClassObject **ppEnum);
    HRESULT(STDMETHODCALLTYPE *Skip)(IEnumWbemClassObject *This, LONG lTimeout, ULONG nCount);
} IEnumWbemClassObjectVtbl;

struct IEnumWbemClassObject {
    CONST_VTBL IEnumWbemClassObjectVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IEnumWbemClassObject_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IEnumWbemClassObject_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IEnumWbemClassObject_Release(This) ((This)->lpVtbl->Release(This))
#define IEnumWbemClassObject_Reset(This) \
    ((This)->lpVtbl->Reset(This))
#define IEnumWbemClassObject_Next(This, lTimeout, uCount, apObjects, puReturned) \
    ((This)->lpVtbl->Next(This, lTimeout, uCount, apObjects, puReturned))
#define IEnumWbemClassObject_NextAsync(This, uCount, pSink) \
    ((This)->lpVtbl->NextAsync(This, uCount, pSink))
#define IEnumWbemClassObject_Clone(This, ppEnum) \
    ((This)->lpVtbl->Clone(This, ppEnum))
#define IEnumWbemClassObject_Skip(This, lTimeout, nCount) \
    ((This)->lpVtbl->Skip(This, lTimeout, nCount))
#endif
#endif

/** Named values that go with a call. */
/* 44aca674-e8fc-11d0-a07c-00c04fb68820 */
extern const IID IID_IWbemContext;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemContext : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE Clone(IWbemContext **ppNewCopy) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetNames(LONG lFlags, SAFEARRAY **pNames) = 0;
    virtual HRESULT STDMETHODCALLTYPE BeginEnumeration(LONG lFlags) = 0;
    virtual HRESULT STDMETHODCALLTYPE Next(LONG lFlags, BSTR *pstrName, VARIANT *pValue) = 0;
    virtual HRESULT STDMETHODCALLTYPE EndEnumeration() = 0;
    virtual HRESULT STDMETHODCALLTYPE SetValue(LPCWSTR wszName, LONG lFlags, VARIANT *pValue) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetValue(LPCWSTR wszName, LONG lFlags, VARIANT *pValue) = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteValue(LPCWSTR wszName, LONG lFlags) = 0;
    virtual HRESULT STDMETHODCALLTYPE DeleteAll() = 0;
};
COM_UUID(IWbemContext, IID_IWbemContext)
}
#else
typedef struct IWbemContextVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemContext *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemContext *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemContext *This);
    HRESULT(STDMETHODCALLTYPE *Clone)(IWbemContext *This, IWbemContext **ppNewCopy);
    HRESULT(STDMETHODCALLTYPE *GetNames)(IWbemContext *This, LONG lFlags, SAFEARRAY **pNames);
    HRESULT(STDMETHODCALLTYPE *BeginEnumeration)(IWbemContext *This, LONG lFlags);
    HRESULT(STDMETHODCALLTYPE *Next)(IWbemContext *This, LONG lFlags, BSTR *pstrName,
        VARIANT *pValue);
    HRESULT(STDMETHODCALLTYPE *EndEnumeration)(IWbemContext *This);
    HRESULT(STDMETHODCALLTYPE *SetValue)(IWbemContext *This, LPCWSTR wszName, LONG lFlags,
        VARIANT *pValue);
    HRESULT(STDMETHODCALLTYPE *GetValue)(IWbemContext *This, LPCWSTR wszName, LONG lFlags,
        VARIANT *pValue);
    HRESULT(STDMETHODCALLTYPE *DeleteValue)(IWbemContext *This, LPCWSTR wszName, LONG lFlags);
    HRESULT(STDMETHODCALLTYPE *DeleteAll)(IWbemContext *This);
} IWbemContextVtbl;

struct IWbemContext {
    CONST_VTBL IWbemContextVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemContext_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemContext_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemContext_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemContext_Clone(This, ppNewCopy) \
    ((This)->lpVtbl->Clone(This, ppNewCopy))
#define IWbemContext_GetNames(This, lFlags, pNames) \
    ((This)->lpVtbl->GetNames(This, lFlags, pNames))
#define IWbemContext_BeginEnumeration(This, lFlags) \
    ((This)->lpVtbl->BeginEnumeration(This, lFlags))
#define IWbemContext_Next(This, lFlags, pstrName, pValue) \
    ((This)->lpVtbl->Next(This, lFlags, pstrName, pValue))
#define IWbemContext_EndEnumeration(This) \
    ((This)->lpVtbl->EndEnumeration(This))
#define IWbemContext_SetValue(This, wszName, lFlags, pValue) \
    ((This)->lpVtbl->SetValue(This, wszName, lFlags, pValue))
#define IWbemContext_GetValue(This, wszName, lFlags, pValue) \
    ((This)->lpVtbl->GetValue(This, wszName, lFlags, pValue))
#define IWbemContext_DeleteValue(This, wszName, lFlags) \
    ((This)->lpVtbl->DeleteValue(This, wszName, lFlags))
#define IWbemContext_DeleteAll(This) \
    ((This)->lpVtbl->DeleteAll(This))
#endif
#endif

/** A semisynchronous call. */
/* 44aca675-e8fc-11d0-a07c-00c04fb68820 */
extern const IID IID_IWbemCallResult;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemCallResult : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE GetResultObject(LONG lTimeout,
        IWbemClassObject **ppResultObject) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetResultString(LONG lTimeout, BSTR *pstrResultString) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetResultServices(LONG lTimeout,
        IWbemServices **ppServices) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetCallStatus(LONG lTimeout, LONG *plStatus) = 0;
};
COM_UUID(IWbemCallResult, IID_IWbemCallResult)
}
#else
typedef struct IWbemCallResultVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemCallResult *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemCallResult *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemCallResult *This);
    HRESULT(STDMETHODCALLTYPE *GetResultObject)(IWbemCallResult *This, LONG lTimeout,
        IWbemClassObject **ppResultObject);
    HRESULT(STDMETHODCALLTYPE *GetResultString)(IWbemCallResult *This, LONG lTimeout,
        BSTR *pstrResultString);
    HRESULT(STDMETHODCALLTYPE *GetResultServices)(IWbemCallResult *This, LONG lTimeout,
        IWbemServices **ppServices);
    HRESULT(STDMETHODCALLTYPE *GetCallStatus)(IWbemCallResult *This, LONG lTimeout, LONG *plStatus);
} IWbemCallResultVtbl;

struct IWbemCallResult {
    CONST_VTBL IWbemCallResultVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemCallResult_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemCallResult_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemCallResult_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemCallResult_GetResultObject(This, lTimeout, ppResultObject) \
    ((This)->lpVtbl->GetResultObject(This, lTimeout, ppResultObject))
#define IWbemCallResult_GetResultString(This, lTimeout, pstrResultString) \
    ((This)->lpVtbl->GetResultString(This, lTimeout, pstrResultString))
#define IWbemCallResult_GetResultServices(This, lTimeout, ppServices) \
    ((This)->lpVtbl->GetResultServices(This, lTimeout, ppServices))
#define IWbemCallResult_GetCallStatus(This, lTimeout, plStatus) \
    ((This)->lpVtbl->GetCallStatus(This, lTimeout, plStatus))
#endif
#endif

/** Makes stubs for sinks. */
/* 1cfaba8c-1523-11d1-ad79-00c04fd8fdff */
extern const IID IID_IUnsecuredApartment;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IUnsecuredApartment : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE CreateObjectStub(IUnknown *pObject, IUnknown **ppStub) = 0;
};
COM_UUID(IUnsecuredApartment, IID_IUnsecuredApartment)
}
#else
typedef struct IUnsecuredApartmentVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IUnsecuredApartment *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IUnsecuredApartment *This);
    ULONG(STDMETHODCALLTYPE *Release)(IUnsecuredApartment *This);
    HRESULT(STDMETHODCALLTYPE *CreateObjectStub)(IUnsecuredApartment *This, IUnknown *pObject,
        IUnknown **ppStub);
} IUnsecuredApartmentVtbl;

struct IUnsecuredApartment {
    CONST_VTBL IUnsecuredApartmentVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IUnsecuredApartment_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IUnsecuredApartment_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IUnsecuredApartment_Release(This) ((This)->lpVtbl->Release(This))
#define IUnsecuredApartment_CreateObjectStub(This, pObject, ppStub) \
    ((This)->lpVtbl->CreateObjectStub(This, pObject, ppStub))
#endif
#endif

/** Makes stubs for sinks. */
/* 31739d04-3471-4cf4-9a7c-57a44ae71956 */
extern const IID IID_IWbemUnsecuredApartment;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemUnsecuredApartment : public IUnsecuredApartment {
    virtual HRESULT STDMETHODCALLTYPE CreateSinkStub(IWbemObjectSink *pSink, DWORD dwFlags,
        LPCWSTR wszReserved, IWbemObjectSink **ppStub) = 0;
};
COM_UUID(IWbemUnsecuredApartment, IID_IWbemUnsecuredApartment)
}
#else
typedef struct IWbemUnsecuredApartmentVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemUnsecuredApartment *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemUnsecuredApartment *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemUnsecuredApartment *This);
    HRESULT(STDMETHODCALLTYPE *CreateObjectStub)(IWbemUnsecuredApartment *This, IUnknown *pObject,
        IUnknown **ppStub);
    HRESULT(STDMETHODCALLTYPE *CreateSinkStub)(IWbemUnsecuredApartment *This, IWbemObjectSink *pSink,
        DWORD dwFlags, LPCWSTR wszReserved, IWbemObjectSink **ppStub);
} IWbemUnsecuredApartmentVtbl;

struct IWbemUnsecuredApartment {
    CONST_VTBL IWbemUnsecuredApartmentVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemUnsecuredApartment_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemUnsecuredApartment_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemUnsecuredApartment_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemUnsecuredApartment_CreateObjectStub(This, pObject, ppStub) \
    ((This)->lpVtbl->CreateObjectStub(This, pObject, ppStub))
#define IWbemUnsecuredApartment_CreateSinkStub(This, pSink, dwFlags, wszReserved, ppStub) \
    ((This)->lpVtbl->CreateSinkStub(This, pSink, dwFlags, wszReserved, ppStub))
#endif
#endif

/** Error codes in words. */
/* eb87e1bc-3233-11d2-aec9-00c04fb68820 */
extern const IID IID_IWbemStatusCodeText;
#if defined(__cplusplus) && !defined(CINTERFACE)
extern "C++" {
struct IWbemStatusCodeText : public IUnknown {
    virtual HRESULT STDMETHODCALLTYPE GetErrorCodeText(HRESULT hRes, LCID LocaleId, LONG lFlags,
        BSTR *MessageText) = 0;
    virtual HRESULT STDMETHODCALLTYPE GetFacilityCodeText(HRESULT hRes, LCID LocaleId, LONG lFlags,
        BSTR *MessageText) = 0;
};
COM_UUID(IWbemStatusCodeText, IID_IWbemStatusCodeText)
}
#else
typedef struct IWbemStatusCodeTextVtbl {
    HRESULT(STDMETHODCALLTYPE *QueryInterface)(IWbemStatusCodeText *This, REFIID riid, void **ppvObject);
    ULONG(STDMETHODCALLTYPE *AddRef)(IWbemStatusCodeText *This);
    ULONG(STDMETHODCALLTYPE *Release)(IWbemStatusCodeText *This);
    HRESULT(STDMETHODCALLTYPE *GetErrorCodeText)(IWbemStatusCodeText *This, HRESULT hRes,
        LCID LocaleId, LONG lFlags, BSTR *MessageText);
    HRESULT(STDMETHODCALLTYPE *GetFacilityCodeText)(IWbemStatusCodeText *This, HRESULT hRes,
        LCID LocaleId, LONG lFlags, BSTR *MessageText);
} IWbemStatusCodeTextVtbl;

struct IWbemStatusCodeText {
    CONST_VTBL IWbemStatusCodeTextVtbl *lpVtbl;
};

#ifdef COBJMACROS
#define IWbemStatusCodeText_QueryInterface(This, riid, ppvObject) \
    ((This)->lpVtbl->QueryInterface(This, riid, ppvObject))
#define IWbemStatusCodeText_AddRef(This) ((This)->lpVtbl->AddRef(This))
#define IWbemStatusCodeText_Release(This) ((This)->lpVtbl->Release(This))
#define IWbemStatusCodeText_GetErrorCodeText(This, hRes, LocaleId, lFlags, MessageText) \
    ((This)->lpVtbl->GetErrorCodeText(This, hRes, LocaleId, lFlags, MessageText))
#define IWbemStatusCodeText_GetFacilityCodeText(This, hRes, LocaleId, lFlags, MessageText) \
    ((This)->lpVtbl->GetFacilityCodeText(This, hRes, LocaleId, lFlags, MessageText))
#endif
#endif

#ifdef __cplusplus
}

class WbemLocator;
COM_UUID(WbemLocator, CLSID_WbemLocator)
class WbemAdministrativeLocator;
COM_UUID(WbemAdministrativeLocator, CLSID_WbemAdministrativeLocator)
class WbemContext;
COM_UUID(WbemContext, CLSID_WbemContext)
class WbemStatusCodeText;
COM_UUID(WbemStatusCodeText, CLSID_WbemStatusCodeText)
class UnsecuredApartment;
COM_UUID(UnsecuredApartment, CLSID_UnsecuredApartment)
#endif

#endif /* __wbemcli_h__ */
